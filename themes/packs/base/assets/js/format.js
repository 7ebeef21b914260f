// Numbers, money and dates as the page's language writes them.
// Western digits throughout: part numbers and purchase orders are compared by eye.
const language = `${document.documentElement.lang || "en"}-u-nu-latn`;

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

// Exact product of a decimal text and a whole number.
export function times(text, count) {
  const [whole, fraction = ""] = String(text).split(".");
  const product = (BigInt(whole + fraction) * BigInt(count)).toString();
  if (!fraction) return product;
  const padded = product.padStart(fraction.length + 1, "0");
  return `${padded.slice(0, -fraction.length)}.${padded.slice(-fraction.length)}`;
}

export function dateText(iso, { year = false } = {}) {
  const date = new Date(`${iso.slice(0, 10)}T12:00:00Z`);
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    year: year ? "numeric" : undefined,
    timeZone: "UTC",
  }).format(date);
}
