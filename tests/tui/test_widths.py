"""Widths: Rich, pyte and tmux count the same cells for what we draw, in every script, whole or broken."""

import json
import shutil
import subprocess
import sys
import unicodedata
from functools import lru_cache
from pathlib import Path

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import get_character_cell_size
from wcwidth import wcwidth

from newsreader.tui.widgets.cells import cell_len, chop, drawn_line, drawn_text, fit, joined, wrap

SCRIPTS = {
    "Latin with marks": "Tiê\u0301ng Viê\u0323t, a\u0308ffin, Zoe\u0308\u0301 ﬁn, straße — “so”…",
    "Cyrillic": "Газета: и\u0306 Ёлка, ѣ, Ўзбек № 5",
    "Greek": "Ἀθῆναι, α\u0301 ὦ Ωμέγα",
    "Armenian": "Ստեփանակերտ՝ և լուր։",
    "Arabic": "السَّلَامُ عَلَيْكُمْ، می\u200cخواهم ﷲ ٣٤",
    "Hebrew": "שָׁלוֹם עוֹלָם — חֲדָשׁוֹת",
    "Devanagari": "हिन्दी में समाचार पत्रिका, क्षत्रिय",
    "Bengali and Tamil": "বাংলা কোথায় தமிழ் நாடு கொ",
    "Thai": "ภาษาไทยที่น้ำผึ้ง กำ",
    "Chinese": "中文，新闻。《报》𠮷㐂",
    "Japanese": "が か\u3099 日本語ニュース ﾊﾝｶｸ ｶﾞ 「〜」",
    "Korean": "한국어 \u1112\u1161\u11ab\u1100\u116e\u11a8 \u3164\u302eㄱ",
    "families, flags": "👨\u200d👩\u200d👧 🏳\ufe0f\u200d🌈 🇦🇲🇫🇷🇦 🏴\U000e0067\U000e0062\U000e007f",
    "keycaps, tones": "1\ufe0f\u20e3 #\u20e3 👍🏽 👩🏿\u200d🚀 🏽",
    "symbols": "❤\ufe0f ☀\ufe0f ☎\ufe0e ✔ ⌚ ☰ ⚏ ㉈ ▶\ufe0f ©\ufe0f 𝌆 ½ ™ ★ ●",
    "young": "🫨 \U0001fae9 \U0003fffd \U0010ffff \ue000",
}

COUNTED = [joined(drawn_line(text)) for text in SCRIPTS.values()]

ASK = """
import json, os, sys, tty
tty.setraw(0)
columns = []
for text in json.loads(open(sys.argv[1]).read()):
    os.write(1, ("\\r\\x1b[2K" + text + "\\x1b[6n").encode())
    answer = b""
    while not answer.endswith(b"R"):
        answer += os.read(0, 1)
    columns.append(int(answer[:-1].rpartition(b";")[2]) - 1)
open(sys.argv[2], "w").write(json.dumps(columns))
"""
"""Writes each text to the terminal, and asks it where the cursor is then."""


def pyte_columns(text: str) -> int:
    """Return where pyte's cursor is behind ``text``, given one by one: it stops at a mark of class 0."""
    screen = pyte.Screen(300, 2)
    for character in text:
        screen.draw(character)
    return int(screen.cursor.x)


@pytest.mark.parametrize("script", SCRIPTS)
def test_pyte_counts_the_cells_that_we_count(script: str) -> None:
    text = drawn_line(SCRIPTS[script])
    assert pyte_columns(joined(text)) == cell_len(joined(text)) == cell_len(text)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_tmux_counts_the_cells_that_we_count(tmp_path: Path) -> None:
    asked, ask, told = tmp_path / "texts.json", tmp_path / "ask.py", tmp_path / "columns.json"
    asked.write_text(json.dumps(COUNTED))
    ask.write_text(ASK)
    server = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null", "-u"]
    command = [sys.executable, "-IS", str(ask), str(asked), str(told)]
    session = ["new-session", "-x", "200", "-y", "5", "-d"]
    over = [";", "set-hook", "-g", "pane-exited", "wait-for -S over"]
    try:
        subprocess.run([*server, *session, *command, *over], check=True)
        subprocess.run([*server, "wait-for", "over"], timeout=60, check=False)  # the server may be gone by then
    finally:
        subprocess.run([*server, "kill-server"], check=False, stderr=subprocess.DEVNULL)
    columns = dict(zip(SCRIPTS, json.loads(told.read_text()), strict=True))
    assert columns == {script: cell_len(drawn_line(text)) for script, text in SCRIPTS.items()}


@lru_cache(maxsize=4096)
def counted(character: str) -> int:
    return max(0, wcwidth(character))


def test_no_character_is_counted_differently() -> None:
    uniform = (range(0x3401, 0x4DBF), range(0x4E01, 0x9FFF), range(0xAC01, 0xD7A3), range(0x17001, 0x187F7))
    codes = [
        c for c in (*range(0x20, 0x20010), *range(0x2FF00, 0x30010)) if not any(c in block for block in uniform)
    ]
    drawn = set(drawn_text("\n".join(map(chr, codes)))) - {"\n"}
    assert len(drawn) > 35_000
    assert sorted(c for c in drawn if get_character_cell_size(c) != counted(c)) == []


LETTERS = st.one_of(
    st.sampled_from("abc defghij klm-nop/ \n\t"),
    st.sampled_from("港の町、「灯台」。ー한국어🙂👨\u200d👩é\u0301\u200c🇦🇲हिन्दी שָׁ\u0e31\u1161"),
    st.characters(codec="utf-8"),
)
TEXTS = st.text(LETTERS, max_size=120)


def is_mark(character: str) -> bool:
    return get_character_cell_size(character) == 0


@settings(max_examples=150)
@given(TEXTS, st.integers(2, 30))
def test_what_is_broken_fits_by_every_count_and_keeps_its_marks(text: str, width: int) -> None:
    clean, line = drawn_text(text), drawn_line(text)
    spans = list(wrap(clean, width))
    parts = [clean[start:end] for start, end in spans]
    chopped = list(chop(line, width))
    for part in (*parts, *chopped, fit(line, width)):
        assert cell_len(part) <= width
        assert sum(map(counted, joined(part))) == cell_len(part) == pyte_columns(joined(part))
    assert "".join(chopped) == line
    assert "".join(parts).replace(" ", "") == clean.replace(" ", "").replace("\n", "")
    assert not [s for s, end in spans if 0 < s < end and clean[s - 1] != "\n" and is_mark(clean[s])]
    assert not [part for part in chopped[1:] if part and is_mark(part[0])]


def test_marks_that_take_room_are_bound_where_they_are_drawn_only() -> None:
    assert joined(drawn_line("का")) == "क\u200dा"
    assert drawn_line("का") == "का"
    assert all(
        joined(c) == "\u200d" + c
        for c in map(chr, range(0x1D200))
        if unicodedata.category(c) == "Mc" and drawn_line(c)
    )
