"""In a real browser: lines of our own lists end between words, and a card shortens a line after a word."""

import pytest
from browsing import drawn

pytestmark = pytest.mark.browser

# The pieces that stand on two lines or beyond the screen; the lines of cards that end in an ellipsis, and whole.
LINES = """() => {
  const shown = [...document.querySelectorAll('.km-words')].filter(one => one.checkVisibility());
  const torn = [];
  for (const words of shown) {
    if (words.getBoundingClientRect().right > innerWidth + 1) torn.push(words.textContent);
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const tops = new Set([...range.getClientRects()].filter(box => box.width > 0).map(box => Math.round(box.top)));
      if (tops.size > 1) torn.push(node.data);
    }
  }
  const ends = [...document.querySelectorAll('.km-month li')].filter(one => one.textContent.endsWith('…'))
    .map(one => [one.querySelector('.km-cut').textContent.slice(0, -1), one.title]);
  const wide = [...document.querySelectorAll('.km-month li')].filter(one => {
    const text = one.querySelector('.km-cut');
    return text && text.getBoundingClientRect().right > one.getBoundingClientRect().right + 1;
  }).map(one => one.title);
  return {shown: shown.length, torn, ends, wide};
}"""


def test_no_word_is_torn_on_a_laptop_or_a_phone(sample_server, new_page):
    page = new_page()
    for width, height in ((1366, 768), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        for address in ("/calendar?view=months", "/calendar", "/warnings"):
            page.goto(sample_server.at(address))
            drawn(page)
            page.evaluate("document.querySelectorAll('.km-groups details').forEach(one => { one.open = true; })")
            found = page.evaluate(LINES)
            assert found["shown"] and not found["torn"] and not found["wide"], (width, address, found)
            assert all(start in whole for start, whole in found["ends"])
            assert found["ends"] or (width, address) != (1366, "/calendar?view=months")
