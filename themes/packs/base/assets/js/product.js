// The product page while it is looked at: pictures, and price and date for the quantity typed.
// Without this the form asks the server. One file, so that a phone waits for one answer only.

// Numbers, money and dates as the page's language writes them.
// The same choices as the server's: day before month, whose dollar it is, and Western digits,
// because part numbers and purchase orders are compared by eye.
const page = document.documentElement.lang || "en";
const language = `${{ en: "en-GB", ar: "ar-AE" }[page] ?? page}-u-nu-latn`;

const numberText = (value) => new Intl.NumberFormat(language).format(value);

// Unit prices below a cent keep their digits; the text is never turned into a float first.
function moneyText(text, currency) {
  const fraction = (String(text).split(".")[1] ?? "").replace(/0+$/, "").length;
  const usual = new Intl.NumberFormat(language, { style: "currency", currency }).resolvedOptions();
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    minimumFractionDigits: usual.minimumFractionDigits,
    maximumFractionDigits: Math.max(usual.maximumFractionDigits, fraction),
  })
    .format(text)
    .replace("\u200f", "\u200e");
}

function dateText(iso) {
  const date = new Date(`${iso.slice(0, 10)}T12:00:00Z`);
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(date);
}

for (const gallery of document.querySelectorAll("[data-gallery]")) startGallery(gallery);

const form = document.querySelector("form[data-promise]");
if (form?.dataset.promise) startQuote(form);

function startQuote(form) {
  const input = form.elements.quantity;
  const at = (name) => form.querySelector(`[data-${name}]`);
  const box = at("quote");
  const texts = form.dataset;
  let asked = 0;
  let pause;

  at("reprice").hidden = true;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, 300);
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name === "sku") return;
    event.preventDefault();
    ask();
  });

  async function ask() {
    const quantity = input.value.trim();
    if (!/^\d+$/.test(quantity)) return;
    const turn = ++asked;
    box.toggleAttribute("data-busy", true);
    put("summary", texts.waitText);
    try {
      const address = new URL(texts.promise, location.href);
      address.searchParams.set("quantity", quantity);
      const answer = await fetch(address, {
        headers: { Accept: "application/json", "Accept-Language": document.documentElement.lang },
      });
      const body = await answer.json();
      if (turn !== asked) return;
      if (answer.ok) show(body);
      else if (answer.status === 422) refuse(`${texts.wrongText} ${at("rule").textContent}`, body.nearest);
      else if (answer.status === 409) refuse(body.detail, []);
      else fail();
    } catch {
      if (turn === asked) fail();
    } finally {
      if (turn === asked) box.removeAttribute("data-busy");
    }
  }

  function show(promise) {
    wrong("");
    box.removeAttribute("data-empty");
    at("nearest").replaceChildren();
    put("unit-price", moneyText(promise.unit_price, promise.currency));
    put("total", moneyText(promise.total, promise.currency));
    put("ready", dateText(promise.ready_on));
    put("summary", promise.parts.map(partText).join(texts.joinText));
    markBreak(promise.quantity);
  }

  function partText(part) {
    const pattern = part.source === "stock" ? texts.stockText : texts.laterText;
    return pattern.replace("{quantity}", numberText(part.quantity)).replace("{date}", dateText(part.ready_on));
  }

  function refuse(why, nearest = []) {
    wrong(why);
    box.toggleAttribute("data-empty", true);
    put("summary", "");
    at("nearest").replaceChildren(...nearest.map(offer));
  }

  // Offers a valid quantity as a link, which also works when opened elsewhere.
  function offer(quantity) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const address = new URL(form.action);
    address.searchParams.set("quantity", quantity);
    link.href = address;
    link.textContent = numberText(quantity);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      input.value = quantity;
      ask();
      input.focus();
    });
    item.append(link);
    return item;
  }

  function wrong(text) {
    const line = at("error");
    line.hidden = !text;
    line.querySelector("span").textContent = text;
    if (text) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", "qty-rule qty-error");
    } else {
      input.removeAttribute("aria-invalid");
      input.setAttribute("aria-describedby", "qty-rule");
    }
  }

  function fail() {
    at("reprice").hidden = false;
    put("summary", texts.failText);
  }

  function put(name, text) {
    at(name).textContent = text;
  }

  function markBreak(quantity) {
    const rows = [...document.querySelectorAll("[data-breaks] [data-from]")];
    const current = rows.filter((row) => Number(row.dataset.from) <= quantity).pop();
    for (const row of rows) row === current ? row.setAttribute("aria-current", "true") : row.removeAttribute("aria-current");
  }
}

// Thumbnails bring their picture into view without moving the page.
function startGallery(gallery) {
  const slides = gallery.querySelector(".slides");
  const thumbs = [...gallery.querySelectorAll(".thumbs a")];
  if (!slides || !thumbs.length) return;
  const mark = (index) =>
    thumbs.forEach((thumb, i) => (i === index ? thumb.setAttribute("aria-current", "true") : thumb.removeAttribute("aria-current")));
  thumbs.forEach((thumb, index) =>
    thumb.addEventListener("click", (event) => {
      event.preventDefault();
      const slide = slides.children[index];
      slides.scrollTo({ left: slide.offsetLeft - slides.children[0].offsetLeft, behavior: "smooth" });
      mark(index);
    }),
  );
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) mark([...slides.children].indexOf(entry.target));
    },
    { root: slides, threshold: 0.6 },
  );
  for (const slide of slides.children) seen.observe(slide);
}
