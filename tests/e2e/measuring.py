"""What is wrong with a page as it stands in the browser, measured: boxes of its texts, width, accessibility."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).with_name("axe") / "axe.min.js"
TOLERANCE = 2  # pixels

# Every visible text with its boxes: one rectangle a line, as the browser drew it.
_TEXTS = """
const shownIn = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true});
// Kept for screen readers only.
const unseen = element => element !== null
  && (getComputedStyle(element).clipPath === 'inset(50%)' || unseen(element.parentElement));
const isIcon = element => element.closest('[data-testid="stIconMaterial"], [translate="no"]') !== null;
const texts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const parent = node.parentElement;
  if (!node.data.trim() || !parent || isIcon(parent) || unseen(parent) || !shownIn(parent)) continue;
  if (parent.closest('script, style, noscript, [data-testid="stSkipToContent"]')) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  const boxes = [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1);
  if (boxes.length) texts.push({node, parent, boxes, text: node.data.trim().slice(0, 60)});
}
"""

_FAULTS = (
    """(tolerance) => {"""
    + _TEXTS
    + """
const faults = [];
const root = document.documentElement, main = document.querySelector('[data-testid="stMain"]');
for (const [name, element] of [['document', root], ['main', main]])
  if (element.scrollWidth > element.clientWidth)
    faults.push(`${name} scrolls sideways: ${element.scrollWidth} > ${element.clientWidth}`);

const scrolls = value => value === 'auto' || value === 'scroll';
const clips = value => value === 'hidden' || value === 'clip';
const told = element => element.closest('[title], [aria-label]') !== null;
for (const found of texts) {
  for (let box = found.parent; box && box !== document.body; box = box.parentElement) {
    const style = getComputedStyle(box), edge = box.getBoundingClientRect();
    const inSvg = box instanceof SVGElement && box.tagName !== 'svg';
    const plain = box.tagName !== 'svg' && (style.display === 'inline' || style.display === 'contents');
    if (box === main) break;  // what lies below the fold is reached by scrolling
    if (inSvg || plain) continue;
    const across = clips(style.overflowX) || (box.tagName === 'svg');
    const down = clips(style.overflowY) || (box.tagName === 'svg');
    if (scrolls(style.overflowX) || scrolls(style.overflowY)) {
      found.boxes = found.boxes.filter(b => b.right > edge.left + tolerance && b.left < edge.right - tolerance
        && b.bottom > edge.top + tolerance && b.top < edge.bottom - tolerance);
      if (!found.boxes.length) break;
      continue;
    }
    const shortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    if (shortened && told(found.parent)) {
      found.boxes = found.boxes.map(b => new DOMRect(b.left, b.top, Math.min(b.right, edge.right) - b.left,
        Math.min(b.bottom, edge.bottom) - b.top)).filter(b => b.width > 1 && b.height > 1);
      continue;
    }
    for (const b of found.boxes)
      if ((across && (b.left < edge.left - tolerance || b.right > edge.right + tolerance))
          || (down && (b.top < edge.top - tolerance || b.bottom > edge.bottom + tolerance))) {
        faults.push(`cut: “${found.text}” by ${box.tagName}.${box.getAttribute('class')}.${box.dataset.testid || ''}`);
        break;
      }
  }
}
const all = texts.flatMap(found => found.boxes.map(box => ({found, box})));
all.sort((a, b) => a.box.top - b.box.top);
for (let i = 0; i < all.length; i++)
  for (let j = i + 1; j < all.length && all[j].box.top < all[i].box.bottom - tolerance; j++) {
    const a = all[i], b = all[j];
    if (a.found === b.found) continue;
    const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
    const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
    if (wide > tolerance && high > tolerance)
      faults.push(`overlap by ${wide.toFixed(1)} × ${high.toFixed(1)}: “${a.found.text}” and “${b.found.text}”`);
  }
return [...new Set(faults)];
}"""
)

_AXE = """async () => {
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
  const found = await axe.run(document, {resultTypes: ['violations'], runOnly});
  return found.violations.map(({id, impact, help, nodes}) => ({id, impact, help, nodes: nodes.map(
    ({target, html, failureSummary}) => `${target.flat().join(' ')}: ${failureSummary} ${html.slice(0, 300)}`)}));
}"""


def faults(page: Page) -> list[str]:
    """Texts that overlap or are cut, and sideways scrolling, each in a sentence; none on a page that is well."""
    found: list[str] = page.evaluate(_FAULTS, TOLERANCE)
    return found


def violations(page: Page) -> list[dict[str, Any]]:
    """What axe-core finds serious or critical on the page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return [found for found in page.evaluate(_AXE) if found["impact"] in ("serious", "critical")]
