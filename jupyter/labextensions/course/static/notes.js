// The teacher's notes in a second window of the browser: what is said at this slide, what comes next, the time. It
// follows the deck, and its keys turn the deck's slides.

import { make } from "./elements.js";
import { hasTag, tagsOf } from "./notebooks.js";
import { clock, follow, notebookOf, numberOf, rendered, slidesOf, slideType } from "./talk.js";

const BLOCKED = {
  message: "The browser has blocked the window with the notes: allow pop-ups for this page, then press n again.",
  type: "warning",
  options: { autoClose: 10_000 },
};

/** Styles of the course and of formulas; MathJax adds rules to its sheet that are not in its text. */
function styles() {
  const link = document.querySelector("link[href$='course.css']").cloneNode();
  const rules = [...document.styleSheets].filter(({ ownerNode }) => ownerNode?.tagName === "STYLE")
    .flatMap(({ ownerNode, cssRules }) => [...cssRules].map(({ cssText }) => cssText)
      .filter(text => ownerNode.id.startsWith("MJX") || /^@font-face.*MJX/s.test(text)));
  return [link, make("style", {}, rules.join("\n"))];
}

/** What is said at a slide: the teacher's notes, then the prose that the slide leaves out. */
function saidAt({ widgets }, { begin, end }) {
  const said = widgets.slice(begin, end).filter(cell => cell.model.type === "markdown" && slideType(cell) === "skip");
  const notes = said.filter(cell => hasTag(cell, "teacher"));
  return [...notes, ...said.filter(cell => !tagsOf(cell).length)];
}

async function write(page, notebook) {
  const slides = slidesOf(notebook), now = numberOf(notebook);
  const { title } = slides[now - 1], next = slides[now]?.title;
  const notes = await Promise.all(saidAt(notebook, slides[now - 1]).map(async cell =>
    make("section", { className: hasTag(cell, "teacher") ? "talk-note" : "" }, await rendered(notebook, cell))));
  if (numberOf(notebook) !== now) return; // the deck went on meanwhile
  page.title = `Notes: ${now} / ${slides.length}`;
  page.head.replaceChildren(page.querySelector("title"), ...styles());
  page.body.className = "talk-notes";
  page.body.replaceChildren(
    make("header", {}, make("span", { className: "talk-notes-number" }, `${now} / ${slides.length}`),
      make("span", { className: "talk-notes-clock" })),
    make("h1", {}, title),
    make("main", {}, ...notes.length ? notes : [make("p", { className: "talk-notes-none" }, "No note for this slide.")]),
    make("footer", {}, next ? `Next: ${next}` : "The last slide"),
  );
  tick(page);
}

function tick(page) {
  const time = page.querySelector(".talk-notes-clock");
  if (time) time.textContent = clock().join(" · ");
}

function activate(app) {
  let opened = null, ticking;
  const show = notebook => opened && !opened.closed && notebook && void write(opened.document, notebook);
  app.commands.addCommand("course:notes", {
    label: "Notes for the Teacher",
    execute: () => {
      opened = open("", "course-notes", "popup, width=900, height=700");
      if (!opened) return app.commands.execute("apputils:notify", BLOCKED);
      opened.document.documentElement.lang = "en";
      opened.onkeydown = ({ key, shiftKey, ctrlKey, metaKey, altKey }) =>
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, ctrlKey, metaKey, altKey, bubbles: true }));
      clearInterval(ticking);
      ticking = setInterval(() => opened.closed ? clearInterval(ticking) : tick(opened.document), 5000);
      show(notebookOf(app));
    },
  });
  follow(app, show);
  addEventListener("pagehide", () => opened?.close());
}

export default { id: "course:notes", autoStart: true, activate };
