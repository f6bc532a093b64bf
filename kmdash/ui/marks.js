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
  }
}
