// A deck on paper: while a deck is up, the browser prints all slides, two on a page, answers and all questions included.

import { make } from "./elements.js";
import { hasTag, render, sourceOf } from "./notebooks.js";
import { follow, shownOn, slidesOf } from "./talk.js";

const PAGE = "@page { size: A4; margin: 12mm; }"; // only while a deck is printed
const HEIGHT = 670; // pixels of half a page, less its edges and its last line
const CODE_IS_HIDDEN = ".explorer, .jp-OutputArea img"; // as on a slide
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

/** All questions of a quiz: their text at once, and once it is made, with formulas. */
function questionsOf({ rendermime }, { model }, awaited) {
  const text = model.toJSON().outputs.map(({ data }) => [data?.["text/plain"] ?? ""].flat().join("")).join("");
  const questions = make("div", {}, text);
  awaited.push(render(rendermime, "text/markdown", text).then(made => {
    questions.replaceChildren(made);
    return rendermime.latexTypesetter?.typeset(questions);
  }));
  return questions;
}

/** What a cell shows on its slide, as copies. */
function onPaper(notebook, cell, awaited) {
  if (hasTag(cell, "quiz")) return [questionsOf(notebook, cell, awaited)];
  const shown = cell.node.querySelectorAll(".jp-RenderedMarkdown.jp-MarkdownOutput, .jp-OutputArea-output");
  const hidden = cell.model.type === "markdown" || cell.node.querySelector(CODE_IS_HIDDEN);
  const code = hidden ? [] : [make("pre", { className: "talk-paper-code" }, sourceOf(cell))];
  return [...code, ...[...shown].map(copy)];
}

/** Put all slides on the page, where only a printer sees them; each is made as small as its half needs. */
async function layOut(notebook) {
  const slides = slidesOf(notebook), awaited = [];
  const halves = slides.map((slide, k) => make("section", { className: k % 2 ? "talk-paper-lower" : "" },
    make("div", { className: "talk-paper-slide" },
      ...(slide.continues ? [make("h2", {}, slide.title)] : []),
      ...shownOn(notebook, slide).flatMap(cell => onPaper(notebook, cell, awaited))),
    make("footer", {}, `${k + 1} / ${slides.length}`)));
  const paper = make("div", { className: "talk-paper", ariaHidden: true }, make("style", {}, PAGE), ...halves);
  document.querySelector(".talk-paper")?.remove();
  document.body.prepend(paper); // first: what clips a drawing is found by its id, and the deck's own is not printed
  const shrink = () => paper.querySelectorAll(".talk-paper-slide").forEach(slide => {
    slide.style.zoom = Math.min(1, HEIGHT / slide.scrollHeight);
  });
  shrink();
  await Promise.all([...awaited, ...[...paper.querySelectorAll("img")].map(image => image.decode().catch(() => {}))]);
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
