"""The link of what is on the screen, to be copied: it names its year and its day, whatever the usual ones become."""

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

import streamlit as st

from kmdash.domain.words import say


def button(asked: Mapping[str, str]) -> None:
    """The button that shows the link of the present page below; ``asked`` are the filters it always names."""
    if st.button(say("share.open"), key="share_open", icon=":material/link:"):
        st.caption(say("share.about"))
        link = address(str(st.context.url or ""), {**st.query_params.to_dict(), **asked})
        st.code(link, language=None, wrap_lines=True)


def address(url: str, asked: Mapping[str, str]) -> str:
    """The address of a page with the filters that have a value.

    >>> address("http://localhost/vote?fy=2561#top", {"fy": "2562", "plan": ""})
    'http://localhost/vote?fy=2562'
    """
    query = urlencode({name: value for name, value in asked.items() if value})
    return urlsplit(url)._replace(query=query, fragment="").geturl()
