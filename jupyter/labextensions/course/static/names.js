// For the keyboard and a screen reader, what ipywidgets leaves out:
// - a tick, a list or a field keeps its keys, a slider its arrows, which JupyterLab or Notebook would take as its own;
//   a letter on a slider or a button does nothing: "x" would cut the cell
// - a slider is called as its label, the buttons of a player as what they do
// - an explorer's picture is described by its words, which are read out when they change

import { forEach } from "./added.js";

const KEEPS_ITS_KEYS = ".explorer :is(select, input), .explorer .widget-readout, .quiz :is(input, select)";
const MOVED_BY_KEYS = ".widget-slider [role=slider], :is(.explorer, .feedback, .quiz, .exercise-steps) button, .place";
const PLAYER = ["Play or pause", "Stop", "Repeat"];

/** Before a control gets its first key: keep JupyterLab from taking it. */
function keepKeys({ target }) {
  if (target.matches(KEEPS_ITS_KEYS)) target.dataset.lmSuppressShortcuts = "true";
}

/** An arrow key moves the slider that has the focus, and leaves a button alone; JupyterLab would go to the next cell. Space goes on in a deck. */
function keepSomeKeys({ target, key, ctrlKey, metaKey, altKey }) {
  if (!target.matches?.(MOVED_BY_KEYS)) return;
  const letter = key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;
  const arrow = key.startsWith("Arrow");
  if (letter || arrow) target.dataset.lmSuppressShortcuts = "true";
  else delete target.dataset.lmSuppressShortcuts;
}

function nameSlider(slider) {
  const heading = slider.closest(".explorer-group")?.querySelector(".explorer-heading")?.textContent;
  const label = (heading ? `${heading}: ` : "") + slider.querySelector(".widget-label").textContent;
  for (const handle of slider.querySelectorAll("[role=slider]")) handle.setAttribute("aria-label", label);
}

/** A heading that comes after its sliders names them anew. */
function nameGroup(heading) {
  heading.parentElement.querySelectorAll(".widget-slider").forEach(nameSlider);
}

function namePlayer(player) {
  player.querySelectorAll("button").forEach((button, k) => button.setAttribute("aria-label", PLAYER[k]));
}

function nameSound(player) {
  player.setAttribute("aria-label", "The sound of this picture");
}

/** Describe the picture by the words, once both have come. */
function describePicture(part) {
  const explorer = part.closest(".explorer");
  const picture = explorer?.querySelector(".explorer-picture"), words = explorer?.querySelector(".explorer-words");
  if (!picture || !words || explorer.hasAttribute("role")) return;
  words.id ||= `words-${crypto.randomUUID()}`;
  words.setAttribute("aria-live", "polite");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", "Live picture");
  picture.setAttribute("aria-describedby", words.id);
  explorer.setAttribute("role", "group");
  explorer.setAttribute("aria-label", "Explorer");
}

function activate() {
  document.addEventListener("focusin", keepKeys);
  addEventListener("keydown", keepSomeKeys, true);  // before JupyterLab, which listens at the document
  forEach(".widget-slider", nameSlider);
  forEach(".explorer-heading", nameGroup);
  forEach(".widget-play", namePlayer);
  forEach(".explorer-sound", nameSound);
  forEach(".explorer, .explorer-picture, .explorer-words", describePicture);
}

export default { id: "course:names", autoStart: true, activate };
