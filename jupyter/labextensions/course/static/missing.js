// For a reader: a name that is missing, because a cell above has not run yet, is explained, with a button that runs it.

import { exercisesOf, forEachPanel, indexOf, run, runWithNeeded, sourceOf, writeIn } from "./notebooks.js";

const RUN = "course:run-needed";

/** Where a name is missing that a cell above defines, say so, and offer to run the cells above. */
function offerCellsAbove(app, panel) {
  panel.sessionContext.iopubMessage.connect((_, message) => {
    const name = message.header.msg_type === "error" && message.content.evalue.match(/^name '(\w+)' is not defined/)?.[1];
    if (!name) return;
    const index = indexOf(panel, message);
    const defines = new RegExp(`^(from .+ )?import .*\\b${name}\\b|^${name}\\b.*=|^def ${name}\\b`, "m");
    const above = panel.content.widgets.slice(0, index).some(cell => cell.model.type === "code" && defines.test(sourceOf(cell)));
    if (above) void app.commands.execute("apputils:notify", {
      message: `A cell further up defines "${name}", and has not run yet.`,
      type: "warning",
      options: { autoClose: 20_000, actions: [{ label: "Run all cells above", commandId: RUN, args: { index } }] },
    });
  });
}

/** Run the cells above that have not run, and again what has failed; the cursor goes back to an answer. */
async function runNeeded({ shell: { currentWidget: panel } }, index) {
  const { widgets } = panel.content, exercise = exercisesOf(panel.content).find(({ answer, check }) => [answer, check].includes(widgets[index]));
  await runWithNeeded(panel, index);
  if (!exercise) return;
  if (widgets[index] === exercise.answer) await run(panel, exercise.check);
  writeIn(panel.content, exercise.answer);
}

function activate(app) {
  app.commands.addCommand(RUN, { label: "Run What Is Needed", execute: ({ index }) => runNeeded(app, index) });
  forEachPanel(app, panel => offerCellsAbove(app, panel));
}

export default { id: "course:missing", autoStart: true, activate };
