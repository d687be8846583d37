// What the course puts on the page.

/** Make an element with properties, and with elements or text in it. */
export function make(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}
