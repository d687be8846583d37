// The number of the slide stands in the address, as #slide=7: whoever opens that address begins there.

import { follow, goTo, numberOf } from "./talk.js";

const SLIDE = /^#slide=(\d+)$/;

/** The slide that the address names, or null. */
export function addressed() {
  const number = location.hash.match(SLIDE)?.[1];
  return number ? Number(number) : null;
}

function activate(app) {
  let notebook = null;
  follow(app, shown => {
    if (!shown && !notebook) return; // no talk has begun: the address still says where it is to begin
    notebook = shown;
    history.replaceState(history.state, "", shown ? `#slide=${numberOf(shown)}` : location.pathname + location.search);
  });
  addEventListener("hashchange", () => notebook && addressed() && goTo(notebook, addressed()));
}

export default { id: "course:address", autoStart: true, activate };
