// What the course adds to JupyterLab, which loads this file as it stands: no build. Each job is a plugin in a file of
// its own, which says what it does; course.css is how the course's parts look.
//
// JupyterLab's loader (its bootstrap.js) looks for a module container under the name that package.json gives.

const JOBS = [
  "names", "copy", "glossary", "missing", "stored", "first", "live", "predict", "teacher", "exercise", "places", "bar",
  "deck", "keys", "address", "overview", "screen", "code", "room", "notes", "handout",
];

// After the body, where it wins over JupyterLab's own rules of the same weight, and over a theme's, which come later.
document.documentElement.append(Object.assign(document.createElement("link"), {
  rel: "stylesheet",
  href: new URL("course.css", document.currentScript.src),
}));

async function plugins() {
  const modules = await Promise.all(JOBS.map(job => import(`./${job}.js`)));
  return () => modules.map(module => module.default);
}

window._JUPYTERLAB = window._JUPYTERLAB ?? {};
window._JUPYTERLAB["course"] = { init: () => undefined, get: plugins };
