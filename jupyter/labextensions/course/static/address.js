// The number of the slide stands in the address, as #slide=7: whoever opens that address begins there.

import { follow, goTo, numberOf } from "./talk.js";

const SLIDE = /^#slide=(\d+)$/;

const named = () => Number(location.hash.match(SLIDE)?.[1] ?? 0);

/** The slide that the address named when the page was opened, before JupyterLab wrote its own; or 0. */
export const asked = named();

function activate(app) {
  let notebook = null;
  follow(app, shown => {
    if (!shown && !notebook) return; // no talk has begun: the address still says where it is to begin
    notebook = shown;
    const { pathname, search } = location;
    const path = shown?.parent.context.path.split("/").map(encodeURIComponent).join("/");
    const address = shown ? pathname.replace(/\/tree\/.*/, `/tree/${path}`) : pathname; // JupyterLab may name the folder
    history.replaceState(history.state, "", address + search + (shown ? `#slide=${numberOf(shown)}` : ""));
  });
  addEventListener("hashchange", () => notebook && named() && goTo(notebook, named()));
}

export default { id: "course:address", autoStart: true, activate };
