// Code on a slide, and what it prints, is as large as its longest line and the number of its lines allow.

import { sourceOf } from "./notebooks.js";
import { follow, shownOn, slideOf } from "./talk.js";

const WIDE = 88, HIGH = 86;  // the room for them, in hundredths of the screen's width and height
const LETTER = 0.64, LINE = 1.37;  // of a size: what a letter takes, rounded up to whole pixels, and a line
const HEADING = 9, FORMULA = 15, PROSE = 5.2, LETTERS_A_LINE = 95;  // what else takes height: each, or a line of it

const FENCED = /^```.*\n([^]*?)^```/gm;

/** The lines of code and of printed text that a cell shows on its slide. */
function linesOf({ model }) {
  if (model.type === "markdown") return [...sourceOf({ model }).matchAll(FENCED)].flatMap(([, code]) => code.trimEnd().split("\n"));
  const { outputs } = model.toJSON(), text = ({ text, data }) => [text ?? (data && !data["text/html"] ? data["text/plain"] : "")].flat().join("");
  return [sourceOf({ model }), ...outputs.map(text)].filter(Boolean).flatMap(part => part.trimEnd().split("\n"));
}

/** About how high prose is: its headings, its formulas, its lines. */
function heightOf({ model }) {
  const source = sourceOf({ model }).replaceAll(FENCED, ""), formulas = source.match(/\$\$[^]+?\$\$/g) ?? [];
  const lines = source.replaceAll(/\$\$[^]+?\$\$/g, "").split("\n").filter(line => line && !line.startsWith("#"));
  return HEADING * /^#/.test(source) + FORMULA * formulas.length
    + PROSE * lines.reduce((sum, line) => sum + Math.ceil(line.length / LETTERS_A_LINE), 0);
}

/** Give the slide that is up the size of its code. */
function fit(notebook) {
  const cells = shownOn(notebook, slideOf(notebook));
  const code = cells.filter(cell => cell.model.type === "code" || linesOf(cell).length);
  const lines = code.flatMap(linesOf), prose = cells.filter(cell => cell.model.type === "markdown").map(heightOf);
  const high = prose.reduce((left, height) => left - height, HIGH - 4 * code.length);
  const size = `min(${WIDE / LETTER / Math.max(1, ...lines.map(line => line.length))}vw, ${high / LINE / Math.max(1, lines.length)}vh)`;
  for (const { node } of code) node.style.setProperty("--deck-code", size);
}

export default { id: "course:code", autoStart: true, activate: app => follow(app, notebook => notebook && fit(notebook)) };
