"""The colours of the window: a table for light and one for dark, and of each one with a contrast of 7:1 and more."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Tokens:
    """Every colour of one theme, as "#RRGGBB"."""

    name: str
    window: str
    rail: str
    surface: str
    sunken: str
    hover: str
    border: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_line: str
    info: str
    info_soft: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    selection: str
    series: tuple[str, ...]
    heat: tuple[str, ...]

    def tone(self, tone: str) -> tuple[str, str]:
        """Ink and soft ground of a tone: "accent", "info", "danger", "warn", "ok", or anything else for neutral."""
        if tone in {"accent", "info", "danger", "warn", "ok"}:
            return getattr(self, tone), getattr(self, f"{tone}_soft")
        return self.text2, self.sunken


LIGHT = Tokens(
    name="light",
    window="#F7F6F3",
    rail="#EFEDE8",
    surface="#FFFFFF",
    sunken="#F2F0EC",
    hover="#ECE9E3",
    border="#DEDAD2",
    control="#8C877D",
    text="#1D2125",
    text2="#4B5259",
    text3="#626970",
    accent="#0F6B63",
    accent_hover="#0B5650",
    on_accent="#FFFFFF",
    accent_soft="#DDF0EC",
    accent_line="#A9D6CE",
    info="#0B5C8A",
    info_soft="#DDECF6",
    danger="#B3261E",
    danger_soft="#FBE4E1",
    warn="#8A5300",
    warn_soft="#FBEBCF",
    ok="#1F6B3A",
    ok_soft="#DDF1E2",
    selection="#CFE8E3",
    series=("#0F6B63", "#C77700", "#6B45C6", "#8C1D2B", "#5596D8"),
    heat=("#ECE9E3", "#B4DAD1", "#76BDB0", "#3A9386", "#0F6B63"),
)

DARK = Tokens(
    name="dark",
    window="#15181A",
    rail="#101314",
    surface="#1D2124",
    sunken="#24292C",
    hover="#2A3034",
    border="#343A3E",
    control="#7A838A",
    text="#ECEDEB",
    text2="#B9BFC4",
    text3="#949BA1",
    accent="#5CC9BA",
    accent_hover="#7AD8CB",
    on_accent="#06201D",
    accent_soft="#173B37",
    accent_line="#2C6A62",
    info="#7FC4EE",
    info_soft="#12303F",
    danger="#FF8A80",
    danger_soft="#43201D",
    warn="#F2B84B",
    warn_soft="#3F2F10",
    ok="#7FCF97",
    ok_soft="#17361F",
    selection="#1F4D47",
    series=("#4DB8AA", "#E0A030", "#7C6FF0", "#BE5A6C", "#F1EBD3"),
    heat=("#262B2E", "#1F4D47", "#2B7A70", "#3FA596", "#7FE0D1"),
)

LIGHT_CONTRAST = replace(
    LIGHT,
    name="light-contrast",
    window="#FFFFFF",
    rail="#F4F3EF",
    hover="#E8E5DE",
    border="#6B675F",
    control="#45423C",
    text="#000000",
    text2="#23272B",
    text3="#3A4046",
    accent="#00483F",
    accent_hover="#00352F",
    accent_line="#5FA298",
    info="#003C61",
    danger="#7D0F0A",
    warn="#593400",
    ok="#0B4522",
    selection="#B9DFD8",
)

DARK_CONTRAST = replace(
    DARK,
    name="dark-contrast",
    window="#000000",
    rail="#000000",
    surface="#0B0D0E",
    sunken="#1A1E20",
    hover="#262C2F",
    border="#8D969C",
    control="#B4BCC2",
    text="#FFFFFF",
    text2="#E3E6E8",
    text3="#C6CCD0",
    accent="#7FE6D7",
    accent_hover="#A5F0E5",
    on_accent="#00100E",
    accent_soft="#10302C",
    accent_line="#27605A",
    info="#A5D8F7",
    info_soft="#0C2735",
    danger="#FFB3AC",
    danger_soft="#3A1512",
    warn="#FFD27D",
    warn_soft="#32240A",
    ok="#A5E6B8",
    ok_soft="#0F2B18",
    selection="#17453F",
)
