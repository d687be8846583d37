// A picture that stands still, what moves over it as SVG, and handles that a mouse, a finger or a pen can take.
// The kernel draws and computes; this shows, and says where the pointer is. ipywidgets has one message on its way at a
// time, then sends the last: wild dragging builds no backlog.

const REACH = 22;  // pixels on the screen around a handle within which it is taken
const LEAST_SCALE = 0.92;  // pixels for each point of the picture, below which its text would be under 11 pixels
const GREATEST_SCALE = 100 / 72;  // of a column that stands alone: the size at which the whole picture is drawn
const STILL = 4;  // pixels on the screen within which a pointer clicks, beyond which it drags
const CALM = matchMedia("(prefers-reduced-motion: reduce)");

const svg = (parent, name, viewBox) => {
  const layer = parent.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
  layer.setAttribute("viewBox", viewBox);
  layer.setAttribute("class", name);
  layer.setAttribute("aria-hidden", "true");
  return layer;
};
const dot = (name, place) => `<path class="${name}" d="M${place}h0"/>`;
const areas = ({ area }) =>
  area ? `<rect class="surface-area" x="${area[0]}" y="${area[1]}" width="${area[2]}" height="${area[3]}"/>` : "";
const halos = ({ places = [] }, { from, to }) => places
  .map(place => place && place[0] >= from && place[0] < to ? ["ring", "halo", "grip"].map(part => dot(`surface-${part}`, place)).join("") : "")
  .join("");

/** One column of the picture, or all of it: between two places along x. */
class Column {
  constructor(el, [width, height], from, to) {
    Object.assign(this, { from, to });
    const wide = to - from;
    this.el = el.appendChild(document.createElement("div"));
    this.el.className = "surface-column";
    this.el.style.aspectRatio = `${wide} / ${height}`;
    this.el.style.maxWidth = to - from < width ? `${GREATEST_SCALE * wide}px` : "";
    this.still = this.el.appendChild(new Image());
    this.still.alt = "";
    this.still.draggable = false;
    this.still.style.width = `${100 * width / wide}%`;
    this.still.style.left = `${-100 * from / wide}%`;
    const viewBox = `${from} 0 ${wide} ${height}`;
    this.moving = svg(this.el, "surface-moving", viewBox);
    this.handles = svg(this.el, "surface-handles", viewBox);
  }
}

class View {
  constructor(model, el) {
    Object.assign(this, { model, el, columns: [], stacked: null, taken: null, sent: 0 });
    el.classList.add("surface");
    this.shows = { still: () => this.showStill(), moving: () => this.showMoving(), handles: () => this.showHandles() };
    for (const [name, show] of Object.entries(this.shows)) model.on(`change:${name}`, show);
    this.resized = new ResizeObserver(([{ contentRect }]) => this.arrange(contentRect.width));
    this.resized.observe(el);
    this.arrange(el.clientWidth);
    const heard = { pointerdown: "down", pointermove: "move", pointerup: "up", pointercancel: "drop", pointerleave: "hover" };
    for (const [type, name] of Object.entries(heard)) el.addEventListener(type, event => this[name](event));
    el.addEventListener("touchstart", event => this.touch(event), { passive: false });
    if (!model.get("alive")) {
      model.set({ alive: true, calm: CALM.matches });
      model.save_changes();
    }
  }

  end() {
    for (const [name, show] of Object.entries(this.shows)) this.model.off(`change:${name}`, show);
    this.resized.disconnect();
    URL.revokeObjectURL(this.url);
  }

  /** Where there is no room for the whole picture with legible words, its columns stand one below the other. */
  arrange(width) {
    const size = this.model.get("size"), starts = this.model.get("columns");
    const stacked = width > 0 && width / size[0] < LEAST_SCALE && starts.length > 1;
    if (stacked === this.stacked) return;
    this.stacked = stacked;
    const from = stacked ? starts : [0];
    this.el.replaceChildren();
    this.columns = from.map((x, k) => new Column(this.el, size, x, from[k + 1] ?? size[0]));
    Object.values(this.shows).forEach(show => show());
  }

  showStill() {
    const before = this.url;
    this.url = URL.createObjectURL(new Blob([this.model.get("still")], { type: "image/png" }));
    for (const { still } of this.columns) still.src = this.url;
    if (before) URL.revokeObjectURL(before);
  }

  showMoving() {
    for (const { moving } of this.columns) moving.innerHTML = this.model.get("moving");
  }

  showHandles() {
    const handles = this.model.get("handles");
    for (const column of this.columns) {
      column.handles.innerHTML = handles.map(areas).join("") + handles.map(handle => halos(handle, column)).join("");
    }
  }

  /** Where a pointer is in the picture, and how many pixels on the screen are one point there. */
  place({ clientX, clientY, target }) {
    const layer = target.closest?.(".surface-column")?.lastElementChild ?? this.columns[0].handles;
    const matrix = (this.taken?.layer ?? layer).getScreenCTM();
    const at = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    return { at, layer, scale: Math.hypot(matrix.a, matrix.b) };
  }

  /** The nearest handle within reach, else the area that the pointer is in. */
  find({ at, scale, layer }) {
    let found = null, least = REACH;
    this.model.get("handles").forEach(({ area }, handle) => {
      if (area && !found) {
        const [x, y, width, height] = area;
        const inside = at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
        if (inside) found = { handle, part: 0, dx: 0, dy: 0, area, layer };
      }
    });
    this.model.get("handles").forEach(({ places = [] }, handle) => places.forEach((place, part) => {
      if (!place) return;
      const [dx, dy] = [place[0] - at.x, place[1] - at.y], distance = Math.hypot(dx, dy) * scale;
      if (distance <= least) [found, least] = [{ handle, part, dx, dy, layer }, distance];
    }));
    return found;
  }

  tell(event, clicked = false) {
    const { at } = this.place(event), { handle, part, dx, dy } = this.taken, { grab } = this;
    this.model.set("pointer", { handle, part, x: at.x + dx, y: at.y + dy, grab, n: this.sent++, clicked });
    this.model.save_changes();
  }

  /** In an area a finger scrolls the page, and a tap goes there; a mouse goes there at once, and on as it is dragged. */
  waits(event) {
    return this.taken.area && event.pointerType === "touch";
  }

  /** Whether a pointer that may yet click has hardly moved: a finger never stands quite still. */
  trembles({ clientX, clientY }) {
    if (!this.from || !this.model.get("handles")[this.taken.handle].clicks) return false;
    if (Math.hypot(clientX - this.from[0], clientY - this.from[1]) < STILL) return true;
    this.from = null;
    return false;
  }

  down(event) {
    if (event.button || !event.isPrimary) return;
    this.taken = this.find(this.place(event));
    if (!this.taken) return;
    this.hover(event);
    this.grab = Math.random();  // another view of the same picture counts too
    if (this.waits(event)) return;
    this.el.setPointerCapture(event.pointerId);
    this.el.classList.add("surface-taken");
    this.from = [event.clientX, event.clientY];
    event.preventDefault();
    if (this.taken.area) this.tell(event);
  }

  move(event) {
    if (!this.taken) this.hover(event);
    else if (!this.waits(event) && !this.trembles(event)) this.tell(event);
  }

  /** Say where a mouse is over an area that wants to know, and once that it has left. */
  hover(event) {
    const place = event.type === "pointermove" && event.pointerType === "mouse" && this.place(event);
    const found = place && this.find(place);
    const wanted = found?.area && this.model.get("handles")[found.handle].hover;
    if (!wanted && !("handle" in this.model.get("hovered"))) return;
    this.model.set("hovered", wanted ? { handle: found.handle, x: place.at.x, y: place.at.y } : {});
    this.model.save_changes();
  }

  up(event) {
    if (this.taken && this.waits(event)) this.tell(event);
    else if (this.taken && this.trembles(event)) this.tell(event, true);
    this.drop();
  }

  drop() {
    this.taken = null;
    this.el.classList.remove("surface-taken");
  }

  /** A finger on a handle drags it. (Chromium heeds no touch-action on parts of an SVG.) */
  touch(event) {
    const found = this.find(this.place(event.touches[0]));
    if (found && !found.area) event.preventDefault();
  }
}

function render({ model, el }) {
  const view = new View(model, el);
  return () => view.end();
}

export default { render };
