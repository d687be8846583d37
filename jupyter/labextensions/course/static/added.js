// What is on the page, and what comes.

const wanted = [];

function look(root) {
  for (const { selector, act } of wanted) {
    if (root.matches(selector)) act(root);
    root.querySelectorAll(selector).forEach(act);
  }
}

// ipywidgets gives a part its classes after it has put it on the page: then that part alone is looked at again.
new MutationObserver(changes => {
  for (const { type, target, addedNodes } of changes) {
    if (type === "childList") [...addedNodes].filter(node => node instanceof Element).forEach(look);
    else for (const { selector, act } of wanted) if (target.matches(selector)) act(target);
  }
}).observe(document.body, { childList: true, subtree: true, attributeFilter: ["class"] });

/** Call act with each element that matches a selector: those on the page now, and those that come. It may meet one twice. */
export function forEach(selector, act) {
  document.querySelectorAll(selector).forEach(act);
  wanted.push({ selector, act });
}
