// A deck on paper: while a deck is up, the browser prints every slide on a page of its own, answers included.

import { make } from "./elements.js";
import { sourceOf } from "./notebooks.js";
import { follow, shownOn, slidesOf } from "./talk.js";

const PAGE = "@page { size: A4 landscape; margin: 12mm; }"; // only while a deck is printed
const HEIGHT = 650; // pixels of such a page, less its last line
const CODE_IS_HIDDEN = ".explorer, .quiz, .jp-OutputArea img"; // as on a slide
const STILL = ".surface-column > img";

/** A copy of a part of the page. The pictures of explorers are drawn: a printer would not wait for them. */
function copy(part) {
  const copied = part.cloneNode(true), stills = part.querySelectorAll(STILL);
  copied.querySelectorAll(STILL).forEach((still, k) => {
    const { naturalWidth: width, naturalHeight: height } = stills[k];
    const drawn = make("canvas", { className: "talk-paper-still", width, height });
    drawn.style.cssText = still.style.cssText;
    if (width) drawn.getContext("2d").drawImage(stills[k], 0, 0);
    still.replaceWith(drawn);
  });
  return copied;
}

/** What a cell shows on its slide, as copies. */
function onPaper(cell) {
  const shown = cell.node.querySelectorAll(".jp-RenderedMarkdown.jp-MarkdownOutput, .jp-OutputArea-output");
  const hidden = cell.model.type === "markdown" || cell.node.querySelector(CODE_IS_HIDDEN);
  const code = hidden ? [] : [make("pre", { className: "talk-paper-code" }, sourceOf(cell))];
  return [...code, ...[...shown].map(copy)];
}

/** Put all slides on the page, where only a printer sees them; each is made as small as its sheet needs. */
async function layOut(notebook) {
  const slides = slidesOf(notebook);
  const sheets = slides.map((slide, k) => make("section", {},
    make("div", { className: "talk-paper-slide" }, ...shownOn(notebook, slide).flatMap(onPaper)),
    make("footer", {}, `${k + 1} / ${slides.length}`)));
  const paper = make("div", { className: "talk-paper", ariaHidden: true }, make("style", {}, PAGE), ...sheets);
  document.querySelector(".talk-paper")?.remove();
  document.body.prepend(paper); // first: what clips a drawing is found by its id, and the deck's own is not printed
  const shrink = () => paper.querySelectorAll(".talk-paper-slide").forEach(slide => {
    slide.style.zoom = Math.min(1, HEIGHT / slide.scrollHeight);
  });
  shrink();
  await Promise.all([...paper.querySelectorAll("img")].map(image => image.decode().catch(() => {})));
  shrink();
}

function activate(app) {
  let notebook = null;
  follow(app, shown => notebook = shown);
  app.commands.addCommand("course:print", {
    label: "Print All Slides",
    execute: async () => {
      if (!notebook) return;
      await layOut(notebook);
      print();
    },
  });
  addEventListener("beforeprint", () => notebook && !document.querySelector(".talk-paper") && void layOut(notebook));
  addEventListener("afterprint", () => document.querySelector(".talk-paper")?.remove());
}

export default { id: "course:handout", autoStart: true, activate };
