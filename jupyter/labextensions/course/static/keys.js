// The keys of a talk, and those of a presenter's remote. While a deck is up no key is a command to the notebook; a field,
// a list, a tick, a slider and a button keep theirs.

import { goTo, notebookOf, presenting } from "./talk.js";

const FORWARD = ["deck:go", { direction: "down", alternate: "forward" }];
const BACK = ["deck:go", { direction: "up", alternate: "back" }];
const KEYS = {
  " ": FORWARD, PageDown: FORWARD,
  "Shift+ ": BACK, PageUp: BACK,
  ArrowRight: ["deck:forward"], ArrowLeft: ["deck:back"], ArrowDown: ["deck:down"], ArrowUp: ["deck:up"],
  Home: ["course:slide", { number: 1 }], End: ["course:slide", { number: Infinity }],
  b: ["course:black"], ".": ["course:black"],
  g: ["course:overview"], o: ["course:overview"], "?": ["course:overview"],
  p: ["course:pointer"],
  n: ["course:notes"],
  Escape: ["deck:stop"],
};
const REMOTE = new Set(["PageDown", "PageUp"]);
const ELSEWHERE = "dialog, .jp-Dialog, .lm-Menu, .lm-CommandPalette";
const EDITOR = ".cm-editor, textarea";
const FIELD = "select, input:not([type=checkbox], [type=radio]), [contenteditable=true]";

/** Whether a key belongs to the part of the page that has the focus. */
function kept(target, key) {
  if (key === "Tab" || target.closest(`${ELSEWHERE}, ${EDITOR}`)) return true;
  if (target.matches(FIELD)) return !REMOTE.has(key);
  if (key === "Enter") return target.matches("button, a, [role=link], summary");
  if (key.startsWith("Arrow") || key === "Home" || key === "End") return target.matches("[role=slider], [type=radio]");
  return key === " " && target.matches("[type=checkbox], [type=radio], summary");
}

function activate(app) {
  app.commands.addCommand("course:slide", {
    label: "Go to a Slide",
    execute: ({ number }) => goTo(notebookOf(app), number ?? 1),
  });
  addEventListener("keydown", event => { // before JupyterLab, which listens at the document
    const { target, key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const prints = key === "p" && (ctrlKey || metaKey) && presenting() && notebookOf(app);
    if (prints) { // JupyterLab's own print is of the notebook
      event.preventDefault();
      event.stopPropagation();
      return void app.commands.execute("course:print");
    }
    if (!presenting() || !notebookOf(app) || ctrlKey || metaKey || altKey || !target.closest || kept(target, key)) return;
    if (key.length > 1 && !(key in KEYS) && key !== "Enter" && key !== "Delete" && key !== "Backspace") return;
    if (key === "Enter" && shiftKey) return; // runs the cell
    event.preventDefault();
    event.stopPropagation();
    if (key === "Escape" && document.querySelector(".talk-black")) return void app.commands.execute("course:black");
    const [command, args] = KEYS[(key === " " && shiftKey ? "Shift+" : "") + key] ?? [];
    if (command) void app.commands.execute(command, args);
  }, true);
}

export default { id: "course:keys", autoStart: true, activate };
