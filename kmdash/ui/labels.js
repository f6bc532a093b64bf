// The labels beside a chart that carry a mark can be clicked; Plotly itself tells clicks only within the plot.
export default function ({ parentElement, setTriggerValue }) {
  const place = parentElement.closest('[class*="st-key-wide-"]');
  if (!place) return;
  if (!place.choose) {
    place.addEventListener("click", (event) => {
      const label = event.target.closest(".annotation");
      const plot = label?.closest(".js-plotly-plot");
      const mark = plot?.layout?.annotations?.[Number(label.dataset.index)]?.name;
      if (mark) place.choose(mark);
    });
  }
  place.choose = (mark) => setTriggerValue("mark", mark);
}
