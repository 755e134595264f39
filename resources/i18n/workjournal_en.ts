<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupDeeds</name>
    <message numerus="yes">
        <source>%n backup(s) of an earlier master key: what opened them then still does.</source>
        <translation>
            <numerusform>%n backup of an earlier master key: what opened them then still does.</numerusform>
            <numerusform>%n backups of an earlier master key: what opened them then still does.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsScreen</name>
    <message numerus="yes">
        <source>The ways into %n backup(s) are not those of the journal now.</source>
        <translation>
            <numerusform>The ways into %n backup are not those of the journal now.</numerusform>
            <numerusform>The ways into %n backups are not those of the journal now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message numerus="yes">
        <source>Damage in %n place(s)</source>
        <translation>
            <numerusform>Damage in %n place</numerusform>
            <numerusform>Damage in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) good to know.</source>
        <translation>
            <numerusform>%n thing good to know.</numerusform>
            <numerusform>%n things good to know.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message numerus="yes">
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n backup</numerusform>
            <numerusform>%n backups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyAside</name>
    <message numerus="yes">
        <source>Without %n large file(s), missing from the journal even then.</source>
        <translation>
            <numerusform>Without %n large file, missing from the journal even then.</numerusform>
            <numerusform>Without %n large files, missing from the journal even then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gone or changed since: %n thing(s)</source>
        <translation>
            <numerusform>Gone or changed since: %n thing</numerusform>
            <numerusform>Gone or changed since: %n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierVersionsDialog</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) taken out</source>
        <translation>
            <numerusform>%n word taken out</numerusform>
            <numerusform>%n words taken out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put in</source>
        <translation>
            <numerusform>%n put in</numerusform>
            <numerusform>%n put in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EpisodeDays</name>
    <message numerus="yes">
        <source>{day}: %n episode(s)</source>
        <translation>
            <numerusform>{day}: %n episode</numerusform>
            <numerusform>{day}: %n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EpisodeDeeds</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags changed on %n episode(s)</source>
        <translation>
            <numerusform>Tags changed on %n episode</numerusform>
            <numerusform>Tags changed on %n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) ticked</source>
        <translation>
            <numerusform>%n episode ticked</numerusform>
            <numerusform>%n episodes ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tick was taken off %n episode(s)</source>
        <translation>
            <numerusform>The tick was taken off %n episode</numerusform>
            <numerusform>The tick was taken off %n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) moved to the trash</source>
        <translation>
            <numerusform>%n episode moved to the trash</numerusform>
            <numerusform>%n episodes moved to the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EpisodesScreen</name>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{some} of %n episode(s)</source>
        <translation>
            <numerusform>{some} of %n episode</numerusform>
            <numerusform>{some} of %n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message numerus="yes">
        <source>Exported to {path}, %Ln file(s), {size}.</source>
        <translation>
            <numerusform>Exported to {path}, %Ln file, {size}.</numerusform>
            <numerusform>Exported to {path}, %Ln files, {size}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportWhat</name>
    <message numerus="yes">
        <source>%n chosen episode(s)</source>
        <translation>
            <numerusform>%n chosen episode</numerusform>
            <numerusform>%n chosen episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileDeeds</name>
    <message numerus="yes">
        <source>%Ln unencrypted copies saved</source>
        <translation>
            <numerusform>%Ln unencrypted copies saved</numerusform>
            <numerusform>%Ln unencrypted copies saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalBoard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalStory</name>
    <message numerus="yes">
        <source>%n check-in(s)</source>
        <translation>
            <numerusform>%n check-in</numerusform>
            <numerusform>%n check-ins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuardsAside</name>
    <message numerus="yes">
        <source>The newest was made {ago}; %n can be restored.</source>
        <translation>
            <numerusform>The newest was made {ago}; %n can be restored.</numerusform>
            <numerusform>The newest was made {ago}; %n can be restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message numerus="yes">
        <source>{day}: %n episode(s)</source>
        <translation>
            <numerusform>{day}: %n episode</numerusform>
            <numerusform>{day}: %n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message numerus="yes">
        <source>%n section(s) found</source>
        <translation>
            <numerusform>%n section found</numerusform>
            <numerusform>%n sections found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message numerus="yes">
        <source>The first %Ln entries</source>
        <translation>
            <numerusform>The first %Ln entries</numerusform>
            <numerusform>The first %Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message numerus="yes">
        <source>%n row(s) taken in.</source>
        <translation>
            <numerusform>%n row taken in.</numerusform>
            <numerusform>%n rows taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) here already, and left as they are.</source>
        <translation>
            <numerusform>%n row here already, and left as they are.</numerusform>
            <numerusform>%n rows here already, and left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out:</source>
        <translation>
            <numerusform>%n row left out:</numerusform>
            <numerusform>%n rows left out:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalCard</name>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) in its folder go with it.</source>
        <translation>
            <numerusform>%n backup in its folder goes with it.</numerusform>
            <numerusform>%n backups in its folder go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) in {folder} stay, and open with what opened them then.</source>
        <translation>
            <numerusform>%n backup in {folder} stays, and opens with what opened it then.</numerusform>
            <numerusform>%n backups in {folder} stay, and open with what opened them then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonsScreen</name>
    <message numerus="yes">
        <source>Recall %n lesson(s)</source>
        <translation>
            <numerusform>Recall %n lesson</numerusform>
            <numerusform>Recall %n lessons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockingCard</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchingHint</name>
    <message numerus="yes">
        <source>%n lesson(s) may fit</source>
        <translation>
            <numerusform>%n lesson may fit</numerusform>
            <numerusform>%n lessons may fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchingLessons</name>
    <message numerus="yes">
        <source>%n lesson(s) may fit</source>
        <translation>
            <numerusform>%n lesson may fit</numerusform>
            <numerusform>%n lessons may fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaterialGroup</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MethodGlance</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MethodsScreen</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthCalendar</name>
    <message numerus="yes">
        <source>{day}: %n episode(s)</source>
        <translation>
            <numerusform>{day}: %n episode</numerusform>
            <numerusform>{day}: %n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackMeeting</name>
    <message numerus="yes">
        <source>%Ln agreement(s)</source>
        <translation>
            <numerusform>%Ln agreement</numerusform>
            <numerusform>%Ln agreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln piece(s) of feedback</source>
        <translation>
            <numerusform>%Ln piece of feedback</numerusform>
            <numerusform>%Ln pieces of feedback</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackShare</name>
    <message numerus="yes">
        <source>The journal’s own text changed after you reworded it: %Ln text(s)</source>
        <translation>
            <numerusform>The journal’s own text changed after you reworded it: %Ln text</numerusform>
            <numerusform>The journal’s own text changed after you reworded it: %Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) leave</source>
        <translation>
            <numerusform>%Ln thing leave</numerusform>
            <numerusform>%Ln things leave</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) replaced</source>
        <translation>
            <numerusform>%Ln name replaced</numerusform>
            <numerusform>%Ln names replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln called by name</source>
        <translation>
            <numerusform>%Ln called by name</numerusform>
            <numerusform>%Ln called by name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln thing</numerusform>
            <numerusform>%Ln things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln text</numerusform>
            <numerusform>%Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) told otherwise than in the journal</source>
        <translation>
            <numerusform>%Ln text told otherwise than in the journal</numerusform>
            <numerusform>%Ln texts told otherwise than in the journal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chart(s)</source>
        <translation>
            <numerusform>%Ln chart</numerusform>
            <numerusform>%Ln charts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s), without place, camera and date</source>
        <translation>
            <numerusform>%Ln picture, without place, camera and date</numerusform>
            <numerusform>%Ln pictures, without place, camera and date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) you did not tick</source>
        <translation>
            <numerusform>%Ln thing you did not tick</numerusform>
            <numerusform>%Ln things you did not tick</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln private note(s)</source>
        <translation>
            <numerusform>%Ln private note</numerusform>
            <numerusform>%Ln private notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reflection(s), and what you felt</source>
        <translation>
            <numerusform>%Ln reflection, and what you felt</numerusform>
            <numerusform>%Ln reflections, and what you felt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sealed forecast(s)</source>
        <translation>
            <numerusform>%Ln sealed forecast</numerusform>
            <numerusform>%Ln sealed forecasts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) of the safety pulse</source>
        <translation>
            <numerusform>%Ln note of the safety pulse</numerusform>
            <numerusform>%Ln notes of the safety pulse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recall %n lesson(s)</source>
        <translation>
            <numerusform>Recall %n lesson</numerusform>
            <numerusform>Recall %n lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Used %Ln time(s)</source>
        <translation>
            <numerusform>Used %Ln time</numerusform>
            <numerusform>Used %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln picture(s)</source>
        <translation>
            <numerusform>{shown} of %Ln picture</numerusform>
            <numerusform>{shown} of %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln episode(s)</source>
        <translation>
            <numerusform>%Ln episode</numerusform>
            <numerusform>%Ln episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reflection(s)</source>
        <translation>
            <numerusform>%Ln reflection</numerusform>
            <numerusform>%Ln reflections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lesson(s)</source>
        <translation>
            <numerusform>%Ln lesson</numerusform>
            <numerusform>%Ln lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stretch goal(s)</source>
        <translation>
            <numerusform>%Ln stretch goal</numerusform>
            <numerusform>%Ln stretch goals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln action(s)</source>
        <translation>
            <numerusform>%Ln action</numerusform>
            <numerusform>%Ln actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review pack(s)</source>
        <translation>
            <numerusform>%Ln review pack</numerusform>
            <numerusform>%Ln review packs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skill(s)</source>
        <translation>
            <numerusform>%Ln skill</numerusform>
            <numerusform>%Ln skills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln own method(s)</source>
        <translation>
            <numerusform>%Ln own method</numerusform>
            <numerusform>%Ln own methods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln self-rating(s)</source>
        <translation>
            <numerusform>%Ln self-rating</numerusform>
            <numerusform>%Ln self-ratings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln credential(s)</source>
        <translation>
            <numerusform>%Ln credential</numerusform>
            <numerusform>%Ln credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln level(s) that roles need</source>
        <translation>
            <numerusform>%Ln level that roles need</numerusform>
            <numerusform>%Ln levels that roles need</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln role profile(s)</source>
        <translation>
            <numerusform>%Ln role profile</numerusform>
            <numerusform>%Ln role profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln measure(s)</source>
        <translation>
            <numerusform>%Ln measure</numerusform>
            <numerusform>%Ln measures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) of measures</source>
        <translation>
            <numerusform>%Ln value of measures</numerusform>
            <numerusform>%Ln values of measures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked change(s)</source>
        <translation>
            <numerusform>%Ln marked change</numerusform>
            <numerusform>%Ln marked changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check-in(s)</source>
        <translation>
            <numerusform>%Ln check-in</numerusform>
            <numerusform>%Ln check-ins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s) of the pulse</source>
        <translation>
            <numerusform>%Ln month of the pulse</numerusform>
            <numerusform>%Ln months of the pulse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintEpisodesDialog</name>
    <message numerus="yes">
        <source>%n episode(s) on {pages}</source>
        <translation>
            <numerusform>%n episode on {pages}</numerusform>
            <numerusform>%n episodes on {pages}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintOut</name>
    <message numerus="yes">
        <source>%n chosen episode(s)</source>
        <translation>
            <numerusform>%n chosen episode</numerusform>
            <numerusform>%n chosen episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReflectionScreen</name>
    <message numerus="yes">
        <source>Reflection kept with %n lesson(s)</source>
        <translation>
            <numerusform>Reflection kept with %n lesson</numerusform>
            <numerusform>Reflection kept with %n lessons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReflectionsScreen</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) answered so far</source>
        <translation>
            <numerusform>%n question answered so far</numerusform>
            <numerusform>%n questions answered so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lesson(s)</source>
        <translation>
            <numerusform>%n lesson</numerusform>
            <numerusform>%n lessons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message numerus="yes">
        <source>%n stretch goal(s) to look at</source>
        <translation>
            <numerusform>%n stretch goal to look at</numerusform>
            <numerusform>%n stretch goals to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n period(s) to look back on</source>
        <translation>
            <numerusform>%n period to look back on</numerusform>
            <numerusform>%n periods to look back on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyScreen</name>
    <message numerus="yes">
        <source>%n matter(s) need care</source>
        <translation>
            <numerusform>%n matter needs care</numerusform>
            <numerusform>%n matters need care</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) destroyed</source>
        <translation>
            <numerusform>%n thing destroyed</numerusform>
            <numerusform>%n things destroyed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message numerus="yes">
        <source>%n setting(s) of this computer brought back</source>
        <translation>
            <numerusform>%n setting of this computer brought back</numerusform>
            <numerusform>%n settings of this computer brought back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) found</source>
        <translation>
            <numerusform>%n setting found</numerusform>
            <numerusform>%n settings found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillNumbers</name>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credential</numerusform>
            <numerusform>%n credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagEpisodesDialog</name>
    <message numerus="yes">
        <source>Tags of %n episode(s)</source>
        <translation>
            <numerusform>Tags of %n episode</numerusform>
            <numerusform>Tags of %n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>%Ln entry(ies)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are here already</source>
        <translation>
            <numerusform>%Ln is here already</numerusform>
            <numerusform>%Ln are here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no day</source>
        <translation>
            <numerusform>%Ln has no day</numerusform>
            <numerusform>%Ln have no day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read</source>
        <translation>
            <numerusform>%Ln cannot be read</numerusform>
            <numerusform>%Ln cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln thing</numerusform>
            <numerusform>%Ln things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) went into the trash.</source>
        <translation>
            <numerusform>%Ln thing went into the trash.</numerusform>
            <numerusform>%Ln things went into the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay(s), since you changed them or built on them.</source>
        <translation>
            <numerusform>%Ln stays, since you changed it or built on it.</numerusform>
            <numerusform>%Ln stay, since you changed them or built on them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) came back out of the trash.</source>
        <translation>
            <numerusform>%Ln thing came back out of the trash.</numerusform>
            <numerusform>%Ln things came back out of the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out, here already</source>
        <translation>
            <numerusform>%Ln left out, here already</numerusform>
            <numerusform>%Ln left out, here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out, in the trash here</source>
        <translation>
            <numerusform>%Ln left out, in the trash here</numerusform>
            <numerusform>%Ln left out, in the trash here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln could not be read</numerusform>
            <numerusform>%Ln could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message numerus="yes">
        <source>Episode saved in %n second(s)</source>
        <translation>
            <numerusform>Episode saved in %n second</numerusform>
            <numerusform>Episode saved in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago today</source>
        <translation>
            <numerusform>%n year ago today</numerusform>
            <numerusform>%n years ago today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashCard</name>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are destroyed, so that no trace of them stays in the journal's files.</source>
        <translation>
            <numerusform>%n thing is destroyed, so that no trace of it stays in the journal's files.</numerusform>
            <numerusform>%n things are destroyed, so that no trace of them stays in the journal's files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) made before may still hold them; the Backups page shows each.</source>
        <translation>
            <numerusform>%n backup made before may still hold it; the Backups page shows it.</numerusform>
            <numerusform>%n backups made before may still hold them; the Backups page shows each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaysInCard</name>
    <message numerus="yes">
        <source>%n backup(s) now open as the journal does.</source>
        <translation>
            <numerusform>%n backup now opens as the journal does.</numerusform>
            <numerusform>%n backups now open as the journal does.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) of an earlier master key open with what opened them then.</source>
        <translation>
            <numerusform>%n backup of an earlier master key opens with what opened it then.</numerusform>
            <numerusform>%n backups of an earlier master key open with what opened them then.</numerusform>
        </translation>
    </message>
</context>
</TS>