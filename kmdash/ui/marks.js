// HTML of ours in which what carries data-mark can be clicked; its buttons work by keyboard, too.
export default function ({ parentElement, data, setTriggerValue }) {
  let box = parentElement.querySelector(".km-marked");
  if (!box) {
    box = document.createElement("div");
    box.className = "km-marked";
    parentElement.appendChild(box);
    box.addEventListener("click", (event) => {
      const chosen = event.target.closest("[data-mark]");
      if (chosen && box.contains(chosen)) box.choose(chosen.dataset.mark);
    });
  }
  box.choose = (mark) => setTriggerValue("mark", mark);
  if (box.shown !== data) {
    box.innerHTML = data;
    box.shown = data;
    cut(box);
    document.fonts.ready.then(() => cut(box));
    box.watch ??= new ResizeObserver(() => cut(box));
    box.watch.observe(box);
  }
}

// Lines of one row: what does not fit ends after a word, with an ellipsis; the line's title tells it all.
function cut(box) {
  for (const text of box.querySelectorAll(".km-cut")) {
    const line = text.parentElement;
    text.words ??= [...text.querySelectorAll(".km-words")].flatMap((words) => words.innerHTML.split("<wbr>"));
    const show = (count) => {
      const whole = count === text.words.length;
      const kept = text.words.slice(0, count).join("<wbr>");
      text.innerHTML = `<span class="km-words">${whole ? kept : `${kept.trimEnd()}…`}</span>`;
      return text.getBoundingClientRect().right <= line.getBoundingClientRect().right;
    };
    if (!text.words.length || show(text.words.length)) continue;
    let [fits, least] = [text.words.length, 0];
    while (fits - least > 1) {
      const middle = (fits + least) >> 1;
      if (show(middle)) least = middle;
      else fits = middle;
    }
    show(least);
  }
}
