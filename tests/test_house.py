"""The house rules: sizes, where files lie, texts in the catalogue, nothing of one machine."""

import ast
import re
import string
import tomllib

import pytest

LANGUAGES = {"th", "en"}
THAI = re.compile(r"[\u0e00-\u0e7f]")
HERE = "tests/test_house.py"
NOT_OURS = {".venv", ".git", ".hypothesis", ".mypy_cache", ".ruff_cache", ".pytest_cache", "__pycache__"}
# Folders of one machine, and hosts that packages come from: those are the machine's settings.
OF_ONE_MACHINE = re.compile(
    r"(?<![\w.~)}:/-])/(?:work|root|home|Users|opt|mnt|tmp)/\w"
    r"|\b[A-Z]:\\\w"
    r"|pypi\.org|pythonhosted\.org|npmjs\.org|(?:extra-)?index-url|find-links"
)


@pytest.fixture(scope="module")
def texts(repo):
    """Every text file of the project by its path."""
    found = {}
    for path in sorted(repo.rglob("*")):
        inside = path.relative_to(repo)
        if path.is_file() and not NOT_OURS & set(inside.parts):
            try:
                found[inside.as_posix()] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue  # a font, a picture, a workbook
    return found


@pytest.fixture(scope="module")
def entries(repo):
    """The catalogue's texts by key, whatever they hold: ``{"state.done": {"th": …, "en": …}}``."""
    found = {}
    for path in sorted((repo / "kmdash" / "domain" / "catalogue").glob("*.toml")):
        found |= leaves(tomllib.loads(path.read_text(encoding="utf-8")))
    return found


def leaves(table, prefix=""):
    """The innermost tables, by their dotted key."""
    if not any(isinstance(value, dict) for value in table.values()):
        return {prefix.rstrip("."): table}
    return {
        key: entry
        for name, value in table.items()
        for key, entry in (
            leaves(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name: value}
        ).items()
    }


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def said(tree):
    """Each call of ``say`` or ``worded``: its line, a pattern of the key, its values; None: computed, ``**``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (getattr(node.func, "id", None) or getattr(node.func, "attr", None)) in (
            "say",
            "worded",
        ):
            values = {keyword.arg for keyword in node.keywords}
            yield node.lineno, key_pattern(node.args[0]), None if None in values else values


def key_pattern(argument):
    """A regular expression for the keys an expression can give; None where it says nothing."""
    if isinstance(argument, ast.Constant):
        return re.escape(argument.value)
    if isinstance(argument, ast.JoinedStr):
        return "".join(re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in argument.values)
    return None


def strings(tree):
    """Every string of a file but docstrings, with its line."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def test_no_page_lies_directly_in_pages(repo):
    """Streamlit would run it without app.py when it is the first request of a fresh server."""
    assert list((repo / "pages").glob("*.py")) == []


def test_modules_have_at_most_300_lines_and_pages_60(repo, sources):
    lines = {path: len((repo / path).read_text(encoding="utf-8").splitlines()) for path in sources}
    assert {path: n for path, n in lines.items() if n > (60 if path.startswith("pages/") else 300)} == {}


def test_functions_have_at_most_60_lines(sources):
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, tree in sources.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 60
    ]
    assert long == []


def test_every_text_is_there_in_thai_and_english(entries):
    assert {key: entry for key, entry in entries.items() if set(entry) != LANGUAGES or "" in entry.values()} == {}


def test_both_languages_of_a_text_fill_in_the_same_values(entries):
    assert [key for key, entry in entries.items() if placeholders(entry["th"]) != placeholders(entry["en"])] == []


def test_every_text_said_is_in_the_catalogue(entries, sources):
    missing = [
        f"{path}:{line} {pattern}"
        for path, tree in sources.items()
        for line, pattern, _ in said(tree)
        if pattern is not None and not any(re.fullmatch(pattern, key) for key in entries)
    ]
    assert missing == []


def test_every_text_said_gets_the_values_it_names(entries, sources):
    wrong = [
        f"{path}:{line} {key} wants {sorted(placeholders(entry['th']))}"
        for path, tree in sources.items()
        for line, pattern, values in said(tree)  # a computed key may be any of several texts
        if pattern is not None and values is not None and ".+" not in pattern
        for key, entry in entries.items()
        if re.fullmatch(pattern, key) and not placeholders(entry["th"]) <= values
    ]
    assert wrong == []


def test_every_text_of_the_catalogue_is_said_somewhere(entries, sources):
    """A key counts as said where it or its group stands as a string, or where it fits an f-string."""
    whole = {text.rstrip(".") for tree in sources.values() for _, text in strings(tree)}
    patterns = {
        key_pattern(node) for tree in sources.values() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
    }
    fitting = [re.compile(pattern) for pattern in patterns if re.match(r"[a-z_]+\\\.", pattern)]
    unsaid = [
        key
        for key in entries
        if not {key, key.rpartition(".")[0]} & whole and not any(pattern.fullmatch(key) for pattern in fitting)
    ]
    assert unsaid == []


def test_pages_and_their_pieces_take_every_thai_text_from_the_catalogue(sources):
    literal = [
        f"{path}:{line} {text}"
        for path, tree in sources.items()
        if path.startswith(("pages/", "kmdash/ui/", "app.py"))
        for line, text in strings(tree)
        if THAI.search(text)
    ]
    assert literal == []


TELLING = {
    "title",
    "header",
    "subheader",
    "caption",
    "markdown",
    "write",
    "text",
    "info",
    "success",
    "warning",
    "error",
}
TELLING |= {"button", "download_button", "form_submit_button", "selectbox", "radio", "checkbox", "toggle", "expander"}
TELLING |= {
    "text_input",
    "text_area",
    "number_input",
    "slider",
    "file_uploader",
    "popover",
    "toast",
    "spinner",
    "tabs",
}
TELLING |= {"note", "heading", "segmented_control", "multiselect", "date_input", "data_editor", "metric", "page_link"}
TELLING |= {"dialog", "pills", "link_button", "badge"}


def test_no_letter_a_person_reads_is_written_in_a_call_of_a_page_or_piece(sources):
    """Neither Thai nor English: the first thing told, the label and the help come from the catalogue."""
    written = [
        f"{path}:{node.lineno} {ast.unparse(told)[:60]}"
        for path, tree in sources.items()
        if path.startswith(("pages/", "kmdash/ui/", "app.py"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (getattr(node.func, "attr", None) or getattr(node.func, "id", None)) in TELLING
        for told in [
            *node.args[:1],
            *(keyword.value for keyword in node.keywords if keyword.arg in {"label", "help", "placeholder"}),
        ]
        if any(
            isinstance(part, ast.Constant) and isinstance(part.value, str) and re.search(r"[^\W\d_]", part.value)
            for part in ([told] if isinstance(told, ast.Constant) else getattr(told, "values", []))
        )
    ]
    assert written == []


def test_every_chart_of_a_page_has_its_list_for_a_phone(sources):
    bare = [
        f"{path}:{node.lineno}"
        for path, tree in sources.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "chart" and len(node.args) < 5
    ]
    assert bare == []


def test_nothing_names_a_folder_of_one_machine_or_a_package_host(texts):
    found = [
        f"{path}:{number} {line.strip()[:80]}"
        for path, text in texts.items()
        if path != HERE
        for number, line in enumerate(text.splitlines(), 1)
        if OF_ONE_MACHINE.search(line)
    ]
    assert found == []


def test_readme_and_start_bat_say_the_same_commands(texts):
    readme, steps = texts["README.md"], texts["start.bat"].splitlines()
    assert len(steps) == 3
    for command in ("-m pip install -q -r requirements.txt", "-m kmdash serve"):
        assert command in steps[2]
        assert readme.count(command) >= 2, "once for Linux and macOS, once for Windows"


def test_every_requirement_has_a_range_and_its_reason(texts):
    wanted = [line for line in texts["requirements.txt"].splitlines() if line and not line.startswith("#")]
    assert [line for line in wanted if not re.fullmatch(r"[\w\[\]-]+>=[\d.]+,<\d+ +# .+", line)] == []
