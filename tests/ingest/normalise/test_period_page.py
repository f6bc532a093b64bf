"""The published table of period forms is the one the program reads by."""

import importlib.util


def test_the_page_of_period_forms_is_current(repo):
    spec = importlib.util.spec_from_file_location("periods_page", repo / "docs" / "periods.py")
    page = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(page)
    assert (repo / "docs" / "periods.md").read_text(encoding="utf-8") == page.table()
