// Notes for the teacher are folded away, until they are asked for in the View menu; this browser keeps what was chosen.

import { forEachNotebook, hasTag } from "./notebooks.js";

const KEPT = "course:teacher";
const SHOWN = "course-teaching";

function show(on) {
  document.body.classList.toggle(SHOWN, on);
  localStorage.setItem(KEPT, on ? "yes" : "");
}

function mark({ content }) {
  for (const cell of content.widgets) cell.toggleClass("course-teacher", hasTag(cell, "teacher"));
}

function activate(app) {
  const isShown = () => document.body.classList.contains(SHOWN);
  show(!!localStorage.getItem(KEPT));
  forEachNotebook(app, mark);
  app.commands.addCommand("course:teacher", {
    label: "Notes for Teachers",
    isToggled: isShown,
    execute: () => show(!isShown()),
  });
}

export default { id: "course:teacher", autoStart: true, activate };
