// The button beside a line to share copies the line.

const SAID_FOR = 1500;  // milliseconds

async function copyLine({ target }) {
  const button = target.closest?.(".explorer-copy"), field = button?.parentElement.querySelector("input");
  if (!field) return;
  await navigator.clipboard.writeText(field.value);
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = "Copy"; }, SAID_FOR);
}

export default { id: "course:copy", autoStart: true, activate: () => document.addEventListener("click", copyLine) };
