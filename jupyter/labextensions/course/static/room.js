// What is alone on a slide fills its room, as large as fits: a text, such as a formula or a table, below its title in
// the middle; or a picture, when nothing comes after it. All pictures grow with the screen.

import { follow, shownOn, slideOf } from "./talk.js";

const TIMES = [1.7, 1.5, 1.3, 1.15, 1];  // of the usual size, the first that fits
const BOTTOM = 0.97;  // of the screen's height

/** The text or the picture on the slide that is up that is to fill it, or undefined. */
function partOf(notebook) {
  const cells = shownOn(notebook, slideOf(notebook)), { model, node } = cells.at(-1);
  if (model.type === "markdown") return cells.length === 1 ? node.querySelector(".jp-MarkdownOutput") : undefined;
  return node.querySelector(".jp-OutputArea-output:has(img):not(:has(.explorer))") ?? undefined;
}

function textFits(text) {
  const parts = [text, ...text.querySelectorAll("table, pre, mjx-container")], { right, bottom } = text.getBoundingClientRect();
  return text.lastElementChild.getBoundingClientRect().bottom <= bottom
    && parts.every(part => part.scrollWidth <= text.clientWidth && part.getBoundingClientRect().right <= right);
}

const pictureFits = picture => picture.getBoundingClientRect().bottom <= BOTTOM * innerHeight;

function fill(part) {
  const fits = part.classList.contains("talk-alone") ? textFits : pictureFits;
  for (const times of TIMES) {
    part.style.setProperty("--deck-times", times);
    if (fits(part)) break;
  }
}

/** Pictures are drawn for a small screen. */
function zoom() {
  document.body.style.setProperty("--deck-zoom", Math.max(1, Math.min(innerWidth / 1280, innerHeight / 720)));
}

function activate(app) {
  let part;
  const again = () => part?.offsetParent && fill(part);
  const typeset = new MutationObserver(again);  // formulas come later than their text
  const resized = new ResizeObserver(again);  // and so may its place on the screen
  follow(app, notebook => {
    typeset.disconnect();
    resized.disconnect();
    part = notebook ? partOf(notebook) : undefined;
    if (!part) return;
    part.classList.toggle("talk-alone", part.matches(".jp-MarkdownOutput"));
    typeset.observe(part, { childList: true, subtree: true });
    resized.observe(part);
  });
  addEventListener("resize", zoom);
  zoom();
}

export default { id: "course:room", autoStart: true, activate };
