// The next day: the kernel that made a view is gone, and ipywidgets says "model not found". Then what the notebook has
// stored beside the view is shown, its picture and its words, and how to make it live again.

import { forEachPanel, render } from "./notebooks.js";

const VIEW = "application/vnd.jupyter.widget-view+json";
const LOST = "Error displaying widget";
const AGAIN = "Stored, no longer live. To make it live again: menu Run, Run All Cells.";

/** Return what an output has stored: a picture with its words, or the text of a question or a verdict. */
function storedIn({ data }, createRenderer) {
  const type = "text/html" in data ? "text/html" : "text/markdown";
  return render({ createRenderer }, type, data[type] ?? data["text/plain"]);
}

/** Let a notebook show what is stored in the place of a view whose model is lost. */
function watch({ content: { rendermime } }) {
  const createRenderer = rendermime.createRenderer.bind(rendermime);
  rendermime.createRenderer = mimeType => {
    const renderer = createRenderer(mimeType);
    if (mimeType !== VIEW) return renderer;
    const renderModel = renderer.renderModel.bind(renderer);
    renderer.renderModel = async model => {
      await renderModel(model);
      if (!renderer.node.textContent.startsWith(LOST)) return;
      const again = document.createElement("p");
      again.className = "stored-again";
      again.textContent = AGAIN;
      renderer.node.replaceChildren(await storedIn(model, createRenderer), again);
      rendermime.latexTypesetter?.typeset(renderer.node);
    };
    return renderer;
  };
}

export default { id: "course:stored", autoStart: true, activate: app => forEachPanel(app, watch) };
