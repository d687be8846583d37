// What lies over a slide: a black screen, and a soft dot that follows the mouse.

import { follow } from "./talk.js";

/** Something that lies over the slide, put there and taken away by a command. */
function cover(app, id, label, className, { shown = () => {}, hidden = () => {} } = {}) {
  const node = Object.assign(document.createElement("div"), { className });
  const hide = () => { if (node.isConnected) { node.remove(); hidden(node); } };
  const toggle = () => {
    if (node.isConnected) return hide();
    document.body.append(node);
    shown(node);
  };
  app.commands.addCommand(id, { label, execute: toggle });
  return { node, hide };
}

function activate(app) {
  const black = cover(app, "course:black", "Black Screen", "talk-black");
  black.node.setAttribute("role", "status");
  black.node.setAttribute("aria-label", "The screen is black");
  black.node.addEventListener("click", black.hide);

  let at = { clientX: innerWidth / 2, clientY: innerHeight / 2 };
  const move = () => pointer.node.style.translate = `${at.clientX}px ${at.clientY}px`;
  addEventListener("pointermove", event => { at = event; move(); }, { capture: true, passive: true });
  const pointer = cover(app, "course:pointer", "Pointer", "talk-pointer", { shown: move });
  pointer.node.setAttribute("aria-hidden", "true");

  follow(app, notebook => {
    black.hide(); // another slide is shown
    if (!notebook) pointer.hide();
  });
}

export default { id: "course:screen", autoStart: true, activate };
