"""Who may import whom: the imports as a graph, read from the source and never run."""

import ast
from graphlib import TopologicalSorter

import pytest

# What each part may import of the others; a part may always import itself.
ALLOWED = {
    "domain": set(),
    "ingest": {"domain"},
    "measures": {"domain"},
    "typeset": {"domain"},
    "plots": {"domain", "typeset"},
    "store": {"domain"},
    "reports": {"domain", "plots", "typeset"},
    "ui": {"domain", "store", "typeset"},
    "pages": {"domain", "ingest", "measures", "plots", "store", "reports", "ui"},
    "app": {"domain", "ingest", "measures", "plots", "store", "reports", "ui"},
    "serve": {"domain", "typeset"},
    "cli": {"domain", "ingest", "measures", "plots", "store", "reports"},
    "__main__": {"domain", "cli", "serve"},
}
# The only parts that may import a library.
OWNERS = {
    "plotly": {"plots", "reports"},
    "sqlalchemy": {"store"},
    "streamlit": {"ui", "pages", "app", "serve"},
    "pythainlp": {"typeset"},
    "PIL": {"typeset"},
    "typst": {"reports"},
    "pptx": {"reports"},
    "icalendar": {"reports"},
}
# The one module of measures that composes the others; a package's own module shows them.
COMPOSERS = {"kmdash.measures", "kmdash.measures.briefing"}


def module_name(path):
    """``kmdash/store/__init__.py`` is ``kmdash.store``, a page ``pages.meeting.vote``."""
    return path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def part_of(module):
    """The part a module belongs to: ``kmdash.plots.vote`` to plots, ``pages.meeting.vote`` to pages."""
    return module.removeprefix("kmdash.").split(".")[0]


def imported_names(tree):
    """The full name of everything imported anywhere in a file: ``from a.b import c`` is ``a.b.c``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide who imports whom"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_of(name, modules):
    """The module of ours that a full name lies in, None for a library's."""
    while name and name not in modules:
        name = name.rpartition(".")[0]
    return name or None


@pytest.fixture(scope="module")
def imports(sources):
    """For each module of ours the full names it imports."""
    return {module_name(path): set(imported_names(tree)) for path, tree in sources.items()}


@pytest.fixture(scope="module")
def graph(imports):
    """For each module of ours the modules of ours it imports."""
    return {
        module: {module_of(name, imports) for name in names} - {None, module, "kmdash"}
        for module, names in imports.items()
    }


def test_every_part_has_its_rule(graph):
    assert {part_of(module) for module in graph} - {"kmdash"} <= set(ALLOWED)


def test_a_part_imports_only_the_parts_below_it(graph):
    wrong = [
        f"{module} imports {other}"
        for module, others in graph.items()
        for other in others
        if part_of(other) not in ALLOWED.get(part_of(module), set()) | {part_of(module)}
    ]
    assert wrong == []


def test_pages_do_not_import_pages(graph):
    assert [module for module, others in graph.items() if any(part_of(other) == "pages" for other in others)] == []


def test_an_analysis_imports_no_other_but_the_briefing_that_runs_them_all(graph):
    wrong = [
        f"{module} imports {other}"
        for module, others in graph.items()
        if part_of(module) == "measures" and module not in COMPOSERS
        for other in others
        if part_of(other) == "measures"
    ]
    assert wrong == []


def test_no_imports_run_in_a_circle(graph):
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize("library", OWNERS)
def test_a_library_is_imported_only_where_it_belongs(library, imports):
    wrong = [
        f"{module} imports {name}"
        for module, names in imports.items()
        for name in names
        if name.split(".")[0] == library and part_of(module) not in OWNERS[library]
    ]
    assert wrong == []


def test_plotly_express_is_nowhere(imports):
    wrong = [module for module, names in imports.items() if any(n.startswith("plotly.express") for n in names)]
    assert wrong == []


def test_reading_a_file_never_loads_pandas(graph, imports):
    """The child process that parses a file starts anew for each: pandas would double its start."""
    reached: set[str] = set()
    waiting = [module for module in graph if part_of(module) == "ingest"]
    while waiting:
        module = waiting.pop()
        if module not in reached:
            reached.add(module)
            package = module.rpartition(".")[0]
            waiting += [*graph[module], *([package] if package in graph else [])]
    wrong = [module for module in sorted(reached) if any(n.split(".")[0] == "pandas" for n in imports[module])]
    assert wrong == []
