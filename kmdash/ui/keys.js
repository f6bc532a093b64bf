/* In a meeting ← and → turn the page. The page's links are looked for at each key: where there are none, nothing happens. */
if (!window.kmArrowKeys) {
  window.kmArrowKeys = true;
  const USES_ARROWS = [
    "input", "textarea", "select", "[contenteditable=true]", "canvas", "video", "audio",
    "[role=grid]", "[role=slider]", "[role=tab]", "[role=radio]", "[role=listbox]", "[role=combobox]", "[role=menu]",
    "[role=dialog]", "[data-testid=stPopoverBody]", "[data-testid=stDataFrame]",
  ].join(",");
  document.addEventListener("keydown", (event) => {
    const links = { ArrowLeft: "agenda_before", ArrowRight: "agenda_after" };
    if (!(event.key in links) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.defaultPrevented || event.target.closest(USES_ARROWS)) return;
    if (document.querySelector("[role=dialog]")) return;
    const link = document.querySelector(`.st-key-${links[event.key]} a`);
    if (link) {
      event.preventDefault();
      link.click();
    }
  });
  // A link with filters of its own would get those of the address a second time: the address shows none of them
  // while Streamlit handles the click.
  let address = null;
  const ours = (event) => event.target.closest("[data-testid=stPageLink-NavLink][href*='?']");
  document.addEventListener("click", (event) => {
    if (!ours(event)) return;
    address = location.href;
    history.replaceState(history.state, "", location.pathname);
  }, true);
  window.addEventListener("click", () => {
    if (address) history.replaceState(history.state, "", address);
    address = null;
  });
}
