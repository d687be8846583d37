// A slide that is one text alone, such as a formula or a table, fills its room: as large as fits, below its title in the
// middle.

import { follow, numberOf, shownOn, slidesOf } from "./talk.js";

const TIMES = [1.7, 1.5, 1.3, 1.15, 1];  // of the size of prose, the first that fits

/** The text that is alone on the slide that is up, or undefined. */
function textOf(notebook) {
  const cells = shownOn(notebook, slidesOf(notebook)[numberOf(notebook) - 1]);
  return cells.length === 1 && cells[0].model.type === "markdown" ? cells[0].node.querySelector(".jp-MarkdownOutput") : undefined;
}

function fits(text) {
  const parts = [text, ...text.querySelectorAll("table, pre, mjx-container")];
  return text.lastElementChild.getBoundingClientRect().bottom <= text.getBoundingClientRect().bottom
    && parts.every(part => part.scrollWidth <= text.clientWidth && part.getBoundingClientRect().right <= text.getBoundingClientRect().right);
}

function fill(text) {
  TIMES.find(times => {
    text.style.setProperty("--deck-times", times);
    return fits(text);
  });
}

function activate(app) {
  let text;
  const again = () => text?.offsetParent && fill(text);
  const typeset = new MutationObserver(again);  // formulas come later than their text
  const resized = new ResizeObserver(again);  // and so may its place on the screen
  follow(app, notebook => {
    typeset.disconnect();
    resized.disconnect();
    text = notebook ? textOf(notebook) : undefined;
    if (!text) return;
    text.classList.add("talk-alone");
    typeset.observe(text, { childList: true, subtree: true });
    resized.observe(text);
  });
}

export default { id: "course:room", autoStart: true, activate };
