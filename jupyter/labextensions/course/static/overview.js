// At the lower left of a slide: its number, the time, and the minutes since the talk began. The number opens a list of all
// slides, with the keys of a talk and what else a teacher can do.

import { make } from "./elements.js";
import { clock, follow, goTo, numberOf, slidesOf } from "./talk.js";

const KEYS = [
  ["Space, →, Page Down", "next"],
  ["Shift+Space, ←, Page Up", "back"],
  ["Home, End", "first, last slide"],
  ["Tab", "to the next control"],
  ["b or .", "black screen, and back"],
  ["p", "pointer, on and off"],
  ["g, o or ?", "this list"],
  ["n", "notes, in a second window"],
  ["Ctrl+P", "print all slides"],
  ["F11", "full screen"],
  ["Escape", "leave"],
];

/** Show the list of slides; pick is called with the number that is chosen, do with the command. */
function openOverview(notebook, pick, run) {
  const now = numberOf(notebook);
  const titles = slidesOf(notebook).map(({ title }, k) => {
    const button = make("button", { type: "button" }, make("span", {}, `${k + 1}`), title);
    if (k + 1 === now) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => { dialog.close(); pick(k + 1); });
    return button;
  });
  const keys = make("dl", {}, ...KEYS.flatMap(([key, does]) => [make("dt", {}, key), make("dd", {}, does)]));
  const also = [["Notes in a second window", "course:notes"], ["Print all slides", "course:print"]].map(([text, command]) => {
    const button = make("button", { type: "button" }, text);
    button.addEventListener("click", () => { dialog.close(); run(command); });
    return button;
  });
  const list = make("ol", {}, ...titles.map(title => make("li", {}, title)));
  const aside = make("aside", {}, make("h2", {}, "Keys"), keys, ...also);
  const dialog = make("dialog", { className: "talk-overview" }, list, aside);
  dialog.setAttribute("aria-label", "All slides");
  dialog.dataset.lmSuppressShortcuts = "true";
  dialog.addEventListener("keydown", event => {
    if (["g", "o", "?"].includes(event.key)) return dialog.close();
    const at = titles.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: titles.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    titles[Math.min(Math.max(to, 0), titles.length - 1)].focus();
  });
  dialog.addEventListener("click", event => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  titles[now - 1].focus();
}

function activate(app) {
  const number = make("button", { type: "button", title: "All slides, and the keys (g)" });
  const time = make("span"), minutes = make("span");
  const footing = make("div", { className: "talk-footing" }, number, time, minutes);
  let notebook = null, ticking;
  const tick = () => [time.textContent, minutes.textContent] = clock();
  const open = () => notebook && !document.querySelector(".talk-overview") && openOverview(
    notebook,
    chosen => { goTo(notebook, chosen); notebook.activeCell.node.focus(); },
    command => app.commands.execute(command),
  );
  number.addEventListener("click", open);
  app.commands.addCommand("course:overview", { label: "All Slides", execute: open });
  follow(app, shown => {
    notebook = shown;
    if (!shown) {
      clearInterval(ticking);
      document.querySelector(".talk-overview")?.close();
      return footing.remove();
    }
    if (!footing.isConnected) {
      ticking = setInterval(tick, 5000);
      tick();
      document.body.append(footing);
    }
    const [now, all] = [numberOf(shown), slidesOf(shown).length];
    number.textContent = `${now} / ${all}`;
    number.setAttribute("aria-label", `Slide ${now} of ${all}. All slides`);
  });
}

export default { id: "course:overview", autoStart: true, activate };
