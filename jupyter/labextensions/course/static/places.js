// For a learner: the place that a verdict, a quiz or the map names is a link that goes there.

import { forEach } from "./added.js";
import { exercisesOf, goTo } from "./notebooks.js";

/** Open the notebook of a place, which lies beside the one on the screen, and go to the place in it. */
async function open(app, { notebook, place }) {
  const path = app.shell.currentWidget.context.path.replace(/[^/]*$/, notebook);
  const panel = await app.commands.execute("docmanager:open", { path });
  await Promise.all([panel.context.ready, panel.revealed]);
  await goTo(panel.content, place);
}

/** Make a link of a place; an exercise of this notebook is called by its title. */
function makeLink(app, element) {
  if (element.role === "link") return;
  const { content, context } = app.shell.currentWidget ?? {};
  const { notebook, place } = element.dataset;
  const here = content?.widgets && context.path.endsWith(notebook);
  const exercise = here && exercisesOf(content).find(({ number }) => number === place);
  if (exercise) element.textContent = `${exercise.number} ${exercise.title}`;
  element.role = "link";
  element.tabIndex = 0;
}

function activate(app) {
  forEach(".place[data-notebook]", element => makeLink(app, element));
  const follow = event => {
    const element = event.target.closest?.(".place[data-notebook]");
    if (!element || (event.type === "keydown" && event.key !== "Enter")) return;
    event.preventDefault();
    event.stopPropagation();
    void open(app, element.dataset);
  };
  addEventListener("click", follow, true);  // before JupyterLab, which follows a link of the map its own way
  addEventListener("keydown", follow, true);
}

export default { id: "course:places", autoStart: true, activate };
