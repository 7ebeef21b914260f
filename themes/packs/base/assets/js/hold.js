// Counts down how long stock and capacity are held. The server decides; this only shows it.
export function startHold(note) {
  const clock = note.querySelector("[data-hold-clock]");
  const until = Date.parse(note.dataset.holdUntil);
  if (!clock || Number.isNaN(until)) return;
  const show = () => {
    const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    if (left === 0) {
      clearInterval(timer);
      note.classList.replace("info", "warning");
      note.querySelector("span").textContent = note.dataset.holdOver;
      return;
    }
    const seconds = String(left % 60).padStart(2, "0");
    clock.textContent = `(${Math.floor(left / 60)}:${seconds})`;
  };
  const timer = setInterval(show, 1000);
  // Read aloud once, not every second.
  clock.setAttribute("aria-hidden", "true");
  show();
}
