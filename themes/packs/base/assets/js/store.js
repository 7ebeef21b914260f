// Small improvements for every page; nothing here is needed to buy.
// One open menu at a time; Escape and a click elsewhere close it.
const menus = "details.menu[open], details.drawer[open]";
const closeMenus = (except) => {
  for (const menu of document.querySelectorAll(menus)) if (menu !== except) menu.open = false;
};
document.addEventListener("click", (event) => closeMenus(event.target.closest(menus)));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.activeElement?.closest(menus);
  closeMenus();
  open?.querySelector("summary").focus();
});

// A double click must not send a form twice; the server refuses the second one anyway.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]") || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  for (const button of form.querySelectorAll("button[type=submit]")) button.setAttribute("aria-disabled", "true");
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  }
});

document.querySelector(".error-summary")?.focus();
for (const note of document.querySelectorAll("[data-hold-until]")) startHold(note);

// The filter rail stands open where there is room; browsers without ::details-content need help.
const rail = document.querySelector(".rail-fold");
if (rail && matchMedia("(min-width: 60rem)").matches) rail.open = true;

// Counts down how long stock and capacity are held. The server decides; this only shows it.
function startHold(note) {
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
