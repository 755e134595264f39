<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>GoalProgress</name>
    <message numerus="yes">
        <source>%n check-in(s)</source>
        <translation>
            <numerusform>%n check-in</numerusform>
            <numerusform>%n check-ins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
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
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
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
</TS>