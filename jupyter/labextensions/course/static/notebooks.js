// What several jobs need of notebooks: each panel as it comes, and which cells have run in its kernel.

const seen = new WeakSet();
const acts = [];
const ran = new WeakMap();  // panel -> Set of the ids of the cells that ran since its kernel started

export const tagsOf = cell => cell.model.getMetadata("tags") ?? [];
export const sourceOf = cell => cell.model.sharedModel.source;

/** Keep which cells run, until the kernel is another or starts again. */
function follow(panel) {
  const cells = new Set(), { sessionContext, content } = panel;
  ran.set(panel, cells);
  sessionContext.kernelChanged.connect(() => cells.clear());
  sessionContext.statusChanged.connect((_, status) => status.endsWith("restarting") && cells.clear());
  sessionContext.iopubMessage.connect((_, { header, parent_header }) => {
    if (header.msg_type !== "execute_input") return;
    const ours = cell => cell.outputArea?.future?.msg.header.msg_id === parent_header.msg_id;
    const cell = content.widgets.find(ours);
    if (cell) cells.add(cell.model.id);
  });
}

function meet(panel) {
  if (seen.has(panel)) return;
  seen.add(panel);
  follow(panel);
  for (const act of acts) act(panel);
}

/** Call act with the panel of each notebook that opens. */
export function forEachNotebook({ docRegistry }, act) {
  acts.push(act);
  const watched = new WeakSet();
  const look = () => {
    const factory = docRegistry.getWidgetFactory("Notebook");
    if (!factory || watched.has(factory)) return;
    watched.add(factory);
    factory.widgetCreated.connect((_, panel) => meet(panel));
  };
  docRegistry.changed.connect(look);
  look();
}

/** Say whether a cell has run in the kernel that its notebook has now. */
export const hasRun = (panel, cell) => ran.get(panel)?.has(cell.model.id) ?? false;
