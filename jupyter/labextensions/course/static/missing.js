// For a reader: a name that is missing, because a cell above has not run yet, is explained, with a button that runs it.

import { exercisesOf, runWithNeeded, writeIn } from "./notebooks.js";

const RUN = "course:run-needed";

/** Where a name is missing that a cell above defines, say so, and offer to run the cells above. */
function offerCellsAbove(app) {
  const watched = new WeakSet();
  app.shell.currentChanged.connect(() => {
    const panel = app.shell.currentWidget;
    if (!panel?.content?.widgets || watched.has(panel)) return;
    watched.add(panel);
    panel.sessionContext.iopubMessage.connect((_, { header, parent_header, content }) => {
      const name = header.msg_type === "error" && content.evalue.match(/^name '(\w+)' is not defined/)?.[1];
      if (!name) return;
      const cells = panel.content.widgets;
      const ran = cells.findIndex(cell => cell.outputArea?.future?.msg.header.msg_id === parent_header.msg_id);
      const defines = new RegExp(`^(from .+ )?import .*\\b${name}\\b|^${name}\\b.*=|^def ${name}\\b`, "m");
      const above = cells.slice(0, ran).some(cell =>
        cell.model.type === "code" && defines.test(cell.model.sharedModel.source));
      if (!above) return;
      void app.commands.execute("apputils:notify", {
        message: `A cell further up defines "${name}", and has not run yet.`,
        type: "warning",
        options: { autoClose: 20_000, actions: [{ label: "Run all cells above", commandId: RUN, args: { index: ran } }] },
      });
    });
  });
}

/** Run the cells above that have not run, and again what has failed; the cursor goes back to an answer. */
async function runNeeded({ shell: { currentWidget: panel } }, index) {
  const { widgets } = panel.content, exercise = exercisesOf(panel.content).find(({ answer, check }) => [answer, check].includes(widgets[index]));
  await runWithNeeded(panel, index);
  if (!exercise) return;
  if (widgets[index] === exercise.answer) await exercise.check.constructor.execute(exercise.check, panel.sessionContext);
  writeIn(panel.content, exercise.answer);
}

function activate(app) {
  app.commands.addCommand(RUN, { label: "Run What Is Needed", execute: ({ index }) => runNeeded(app, index) });
  offerCellsAbove(app);
}

export default { id: "course:missing", autoStart: true, activate };
