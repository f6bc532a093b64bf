/* On a phone the sections of the menu stand in its list without being items of it: screen readers get lists that are lists. */
if (!window.kmMenuLists) {
  window.kmMenuLists = true;
  const tell = () => document.querySelectorAll("[data-testid=stSidebarNavItems]:not([role])").forEach((list) => {
    if (!list.querySelector(":scope > div")) return;
    list.setAttribute("role", "presentation");
    list.querySelectorAll(":scope > div").forEach((section) => section.setAttribute("role", "list"));
  });
  new MutationObserver(tell).observe(document.body, { childList: true, subtree: true });
  tell();
}
