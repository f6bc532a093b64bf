/* On paper letters have their usual size whatever the screen, and charts, which keep the width they were drawn at,
   become as small as A4 asks. */
if (!window.kmPrint) {
  window.kmPrint = true;
  const PAPER = 1030, LETTERS = 12.8; // pixels: between the margins of A4 landscape; of a letter on paper
  window.addEventListener("beforeprint", () => {
    const root = document.documentElement;
    const content = document.querySelector("[data-testid=stMainBlockContainer] > [data-testid=stVerticalBlock]");
    if (!content) return;
    const letters = LETTERS / parseFloat(getComputedStyle(root).fontSize);
    root.style.setProperty("--km-paper", letters);
    root.style.setProperty("--km-chart", Math.min(1, PAPER / content.getBoundingClientRect().width / letters));
  });
}
