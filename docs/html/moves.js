// Lets a stored picture move: a slider along its main control and a button for each preset show stored frames.
// A plain script, which a page opened from disk may load; so are the frames, which come at the first touch.
"use strict";
const frames = {};  // name of an explorer's file -> its frames, packed; the files fill it

const load = file => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  Object.assign(script, { src: file, onload: resolve, onerror: reject });
  document.head.append(script);
});

/** Return an explorer's frames, unpacked; each kind of picture is ready to be shown, once in each column. */
async function unpack(file, columns) {
  await load(file);
  const packed = Uint8Array.from(atob(frames[file.match(/([^/]+)\.js$/)[1]]), letter => letter.charCodeAt(0));
  const data = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  data.stills = data.stills.map(src => Array.from({ length: columns }, () => Object.assign(new Image(), { src, alt: "" })));
  await Promise.all(data.stills.flat().map(still => still.decode()));
  return data;
}

function moves(figure) {
  const controls = figure.querySelector(".moves"), range = controls.querySelector("input");
  const value = controls.querySelector("output"), presets = [...controls.querySelectorAll("button")];
  const columns = [...figure.querySelectorAll(".column")], words = figure.querySelector(".said");
  const layers = columns.map(() => document.createElementNS("http://www.w3.org/2000/svg", "svg"));
  for (const layer of layers) layer.setAttribute("aria-hidden", "true");
  let loading, wanted;

  async function show(number) {
    wanted = number;
    let data;
    try {
      data = await (loading ??= unpack(controls.dataset.frames, columns.length));
    } catch {
      controls.hidden = true;  // the page came without its frames: the stored picture stays
      return;
    }
    if (number !== wanted) return;
    const frame = data.frames[number];
    columns.forEach((column, k) => {
      const still = data.stills[frame.still][k];
      layers[k].setAttribute("viewBox", `0 0 ${data.size.join(" ")}`);
      layers[k].innerHTML = frame.moving;
      if (still.parentNode !== column) column.replaceChildren(still, layers[k]);
    });
    words.removeAttribute("aria-hidden");  // until now they were the picture's own
    words.textContent = frame.words;
    value.textContent = frame.value;
    range.value = frame.at;
    range.setAttribute("aria-valuetext", frame.value);
    for (const preset of presets) preset.setAttribute("aria-pressed", Number(preset.value) === number);
  }

  range.addEventListener("input", () => show(Number(range.value)));
  for (const preset of presets) preset.addEventListener("click", () => show(Number(preset.value)));
  controls.hidden = false;
}

if ("DecompressionStream" in window) document.querySelectorAll("figure:has(.moves)").forEach(moves);
