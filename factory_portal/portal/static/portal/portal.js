// Comfort only: every screen works without this file.
document.documentElement.classList.add("scripted");

for (const form of document.querySelectorAll("form[data-auto]")) {
  form.addEventListener("change", (event) => {
    if (event.target.matches("select")) form.requestSubmit();
  });
}

document.querySelector(".menu [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

// A second press sends nothing twice; the server would refuse the repeated key anyway.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener("submit", () => {
    const button = form.querySelector('button:not([type="button"])');
    setTimeout(() => button?.setAttribute("disabled", ""), 0);
  });
}
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[disabled]")) button.removeAttribute("disabled");
});

// "/" goes to the search, as in every list that is used all day.
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, textarea, select")) return;
  const search = document.querySelector('.toolbar input[type="search"]');
  if (search) {
    event.preventDefault();
    search.select();
  }
});

// The floor has dead corners: a count that could not be sent is kept and sent later. Its key makes
// it one report, however often it arrives.
const KEPT = "portal:counts";
const kept = () => JSON.parse(localStorage.getItem(KEPT) ?? "[]");

async function sendKept() {
  for (const count of kept()) {
    const fields = new URLSearchParams(count.fields);
    const token = document.querySelector('input[name="csrfmiddlewaretoken"]')?.value;
    if (!token) return;
    fields.set("csrfmiddlewaretoken", token);
    try {
      await fetch(count.action, { method: "POST", body: fields, redirect: "follow" });
    } catch {
      return;
    }
    localStorage.setItem(KEPT, JSON.stringify(kept().filter((one) => one.fields !== count.fields)));
  }
}

for (const form of document.querySelectorAll("form[data-keep]")) {
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form)).toString();
    localStorage.setItem(KEPT, JSON.stringify([...kept(), { action: form.action, fields }]));
    form.querySelector("[data-offline]").hidden = false;
  });
}
addEventListener("online", () => sendKept().then(() => location.reload()));
if (navigator.onLine && kept().length) sendKept().then(() => location.reload());
