// The camera of a chart saves it as it is shown, under its finding and the subtitle of its page, as one PNG.
// An SVG that is drawn as a picture knows no font of the page, so it carries the fonts itself.
const NAMESPACE = "http://www.w3.org/2000/svg";
const LONGEST_SIDE = 16384; // pixels a canvas may have
const KEPT = 60000; // milliseconds a finished picture waits for its download
const NOT_IN_XML = /[\p{Cc}\ufffe\uffff]/gu;

export default function ({ parentElement, data }) {
  const place = parentElement.closest('[class*="st-key-wide-"]');
  if (!place) return;
  if (!place.pictured) {
    place.addEventListener("click", (event) => {
      const plot = event.target.closest(".modebar-btn")?.closest(".js-plotly-plot");
      if (!plot) return;
      event.stopPropagation(); // Plotly's own picture has neither heading nor font
      save(plot, place.pictured);
    }, { capture: true });
  }
  place.pictured = data;
}

async function save(plot, { finding, name, scale }) {
  const { font, paper_bgcolor: ground } = plot.layout;
  const faces = await embedded(font.family.split(",")[0]);
  const picture = composed(plot, finding, font, ground);
  picture.prepend(element("style", {}, faces));
  const [width, height] = ["width", "height"].map((side) => Number(picture.getAttribute(side)));
  const times = Math.min(scale, LONGEST_SIDE / Math.max(width, height));
  const canvas = Object.assign(document.createElement("canvas"), { width: width * times, height: height * times });
  picture.setAttribute("width", canvas.width);
  picture.setAttribute("height", canvas.height);
  const image = await loaded(new Blob([new XMLSerializer().serializeToString(picture)], { type: "image/svg+xml" }));
  canvas.getContext("2d").drawImage(image, 0, 0);
  const address = URL.createObjectURL(await new Promise((done) => canvas.toBlob(done)));
  Object.assign(document.createElement("a"), { href: address, download: `${name}.png` }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT); // a browser may read it after the click
}

// The heading above the chart, as one SVG of the chart's width.
function composed(plot, finding, font, ground) {
  const drawn = [...plot.querySelectorAll(".main-svg")];
  const [width, height] = ["width", "height"].map((side) => Number(drawn[0].getAttribute(side)));
  const larger = font.size / 15, edge = 20 * larger;
  const title = { family: font.family, weight: 700, size: larger * Math.max(17, Math.min(25, width / 50)) };
  const below = { family: font.family, weight: 400, size: larger * Math.max(13, Math.min(15, width / 60)) };
  const texts = document.createElementNS(NAMESPACE, "g");
  let y = edge;
  const write = (lines, { family, weight, size }, fill) => lines.forEach((line) => {
    const text = element("text", { x: edge, y: y + size * 1.15, "font-size": size, "xml:space": "preserve" });
    text.append(...line.map((piece) => element("tspan", {
      fill: piece.fill ?? fill, "font-family": family, "font-weight": piece.weight ?? weight,
    }, piece.text)));
    texts.append(text);
    y += size * 1.6;
  });
  const words = finding.map((text) => ({ text })), phrases = grouped(words, " ", width, title);
  const torn = filled(phrases, width, title).length > filled(words, width, title).length;
  write(balanced(torn ? words : phrases, width, title), title, font.color);
  const subtitle = document.querySelector(".km-sub");
  const facts = grouped(piecesOf(subtitle), "· ", width, below);
  write(filled(facts, width, below), below, getComputedStyle(subtitle).color);
  y += edge / 2;
  const [wide, high] = [width + 2 * edge, y + height + edge].map(Math.ceil);
  const size = { width: wide, height: high, viewBox: `0 0 ${wide} ${high}`, preserveAspectRatio: "none" };
  const picture = element("svg", { xmlns: NAMESPACE, ...size });
  picture.append(element("rect", { width: "100%", height: "100%", fill: ground }), texts);
  for (const layer of drawn) {
    const copy = layer.cloneNode(true);
    copy.querySelectorAll(".draglayer, .hoverlayer, .zoomlayer, .menulayer").forEach((unseen) => unseen.remove());
    copy.setAttribute("x", edge);
    copy.setAttribute("y", y);
    picture.append(copy);
  }
  return picture;
}

function element(name, attributes, text = "") {
  const made = document.createElementNS(NAMESPACE, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.textContent = text.replace(NOT_IN_XML, "");
  return made;
}

// What the page shows as pieces a line may break between: Thai as it is marked up, other texts at blanks.
function piecesOf(shown) {
  const pieces = [];
  const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const badge = parentElement.closest(".km-badge");
    const style = badge ? { fill: getComputedStyle(badge).color, weight: 600 } : {};
    const whole = badge || parentElement.closest(".km-words");
    for (const text of whole ? [data] : data.match(/\S+\s*|\s+/g)) {
      const separates = /^[\s·]+$/.test(text) && pieces.length;
      if (separates) pieces.at(-1).text += text;
      else pieces.push({ text, ...style });
    }
  }
  return pieces;
}

// The same pieces, all up to one that ends in ``end`` as one where they fit a line.
function grouped(pieces, end, room, style) {
  const groups = [];
  for (const piece of pieces) {
    const before = groups.at(-1);
    if (before && !piece.fill && !before.at(-1).text.endsWith(end)) before.push(piece);
    else groups.push([piece]);
  }
  return groups.flatMap((group) => {
    const whole = { ...group[0], text: group.map(({ text }) => text).join("") };
    return filled(group, room, style).length > 1 ? group : [whole];
  });
}

const pen = document.createElement("canvas").getContext("2d");

// Pieces in lines at most ``room`` wide, one line filled after the other.
function filled(pieces, room, { family, weight, size }) {
  const lines = [[]];
  let used = 0;
  for (const piece of pieces) {
    pen.font = `${piece.weight ?? weight} ${size}px ${family}`;
    if (used && used + pen.measureText(piece.text.trimEnd()).width > room) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1).push(piece);
    used += pen.measureText(piece.text).width;
  }
  return lines;
}

// The same number of lines, about equally long.
function balanced(pieces, room, style) {
  const { length } = filled(pieces, room, style);
  let [narrow, wide] = [room / (length + 1), room];
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2;
    if (filled(pieces, middle, style).length > length) narrow = middle;
    else wide = middle;
  }
  return filled(pieces, wide, style);
}

// The faces of a font that the page has, each with its file inside; one that cannot be fetched is left out.
async function embedded(family) {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try { return [...sheet.cssRules]; } catch { return []; } // of another origin: a browser's extension
  });
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule && rule.style.fontFamily === family);
  const texts = await Promise.all(faces.map(({ style }) => faceOf(family, style).catch(() => "")));
  return texts.join("");
}

async function faceOf(family, style) {
  const [, source] = /url\("([^"]+)"\)/.exec(style.getPropertyValue("src"));
  const file = await (await fetch(source)).blob();
  return `@font-face { font-family: ${family}; font-weight: ${style.fontWeight}; src: url(${await dataOf(file)}); }`;
}

function dataOf(file) {
  return new Promise((done, failed) => {
    const reader = Object.assign(new FileReader(), { onload: () => done(reader.result), onerror: failed });
    reader.readAsDataURL(file);
  });
}

async function loaded(file) {
  const image = Object.assign(new Image(), { src: URL.createObjectURL(file) });
  await new Promise((done, failed) => Object.assign(image, { onload: done, onerror: failed }));
  URL.revokeObjectURL(image.src);
  return image;
}
