// What a talk is: the slides of the notebook that is shown as a deck, and which of them is up.

import { render, sourceOf } from "./notebooks.js";

const BEGINS = new Set(["slide", "subslide"]);
const OFF_SLIDES = new Set(["skip", "notes"]);
const HEADING = /^#+ +(.+)$/m;

export const slideType = cell => cell.model.getMetadata("slideshow")?.slide_type ?? null;

export const presenting = () => document.body.dataset.jpDeckMode === "presenting";

/** The notebook in front, or null. */
export function notebookOf(app) {
  const content = app.shell.currentWidget?.content;
  return content?.widgets && content.activeCell ? content : null;
}

/** The cells of a slide that it shows in the end. */
export const shownOn = ({ widgets }, { begin, end }) =>
  widgets.slice(begin, end).filter(cell => !OFF_SLIDES.has(slideType(cell)));

/** The slides of a notebook: where each begins and ends, and its title, which a slide without a heading has from the last. */
export function slidesOf({ widgets }) {
  const slides = [];
  widgets.forEach((cell, begin) => {
    if (BEGINS.has(slideType(cell)) || begin === 0) slides.push({ begin });
  });
  slides.forEach((slide, k) => {
    slide.end = slides[k + 1]?.begin ?? widgets.length;
    const title = shownOn({ widgets }, slide)
      .filter(cell => cell.model.type === "markdown")
      .map(cell => sourceOf(cell).match(HEADING)?.[1].replace(/[*`$]/g, ""))
      .find(Boolean);
    Object.assign(slide, { continues: !title, title: title ?? slides[k - 1]?.title ?? "" });
  });
  return slides;
}

/** The slide that holds the active cell, or the last one before it. */
export const slideOf = notebook => slidesOf(notebook).findLast(({ begin }) => begin <= notebook.activeCellIndex);

/** The number of the slide that holds the active cell, counted from 1. */
export const numberOf = notebook => slidesOf(notebook).filter(({ begin }) => begin <= notebook.activeCellIndex).length;

/** Show the beginning of a slide, counted from 1; the last one for a larger number. */
export function goTo(notebook, number) {
  const slides = slidesOf(notebook);
  notebook.activeCellIndex = slides[Math.min(Math.max(number, 1), slides.length) - 1].begin;
}

/** A copy of what a Markdown cell shows, made for it if the page has not shown it yet. */
export function rendered({ rendermime }, cell) {
  const shown = cell.node.querySelector(".jp-RenderedMarkdown:not(:empty)");
  return shown ? shown.cloneNode(true) : render(rendermime, "text/markdown", sourceOf(cell));
}

let began = null;

/** The time of day, and the minutes since the talk began: "10:42" and "7 min". */
export function clock() {
  const now = new Date();
  return [
    now.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    `${Math.floor((now - (began ?? now)) / 60_000)} min`,
  ];
}

/** Call act with the notebook whenever another slide is up, and with null when the talk ends. */
export function follow(app, act) {
  const watched = new WeakSet();
  const look = () => {
    const notebook = presenting() ? notebookOf(app) : null;
    began = presenting() ? began ?? new Date() : null;
    if (notebook && !watched.has(notebook)) {
      watched.add(notebook);
      notebook.activeCellChanged.connect(() => presenting() && look());
    }
    act(notebook);
  };
  new MutationObserver(look).observe(document.body, { attributeFilter: ["data-jp-deck-mode"] });
  app.shell.currentChanged?.connect(() => presenting() && look());
}
