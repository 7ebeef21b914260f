// Numbers, money and dates as the page's language writes them.
// The same choices as the server's: day before month, whose dollar it is, and Western digits,
// because part numbers and purchase orders are compared by eye.
const page = document.documentElement.lang || "en";
const language = `${{ en: "en-GB", ar: "ar-AE" }[page] ?? page}-u-nu-latn`;

export const numberText = (value) => new Intl.NumberFormat(language).format(value);

// Unit prices below a cent keep their digits; the text is never turned into a float first.
export function moneyText(text, currency) {
  const fraction = (String(text).split(".")[1] ?? "").replace(/0+$/, "").length;
  const usual = new Intl.NumberFormat(language, { style: "currency", currency }).resolvedOptions();
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    minimumFractionDigits: usual.minimumFractionDigits,
    maximumFractionDigits: Math.max(usual.maximumFractionDigits, fraction),
  }).format(text);
}

export function dateText(iso) {
  const date = new Date(`${iso.slice(0, 10)}T12:00:00Z`);
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(date);
}
