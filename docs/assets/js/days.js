/* Days as readers write them: Buddhist era in Thai, Common Era in English. */

export function writtenDay(date, language) {
  const locale = language === "th" ? "th-u-ca-buddhist-nu-latn" : "en-u-ca-gregory";
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
  const parts = format.formatToParts(date);
  return ["day", "month", "year"].map((type) => parts.find((part) => part.type === type).value).join(" ");
}

/** Return the day of a text YYYY-MM-DD as a date, or null where there is no such day. */
export function dayOf(text) {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00`) : new Date(NaN);
  const isThere = date.getDate() === Number(text.slice(8)); // of 31 June browsers would make 1 July
  return isThere ? date : null;
}
