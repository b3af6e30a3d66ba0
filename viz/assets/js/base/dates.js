"use strict";

/** Days, months and years as they are known, in words. */
const Dates = (() => {
  /** @type {Intl.DateTimeFormat | undefined} */
  let inEra;

  /** The month's English name; to ask for it the first time takes long. @param {number} month */
  const english = (month) => new Date(Date.UTC(2000, month - 1, 1)).toLocaleString("en", { month: "long", timeZone: "UTC" });

  /** @param {Value} value A day, month or year as ISO writes it. */
  const said = (value) => {
    const [year, month, day] = String(value).split("-").map(Number);
    if (!month) return Words.t("dates.year", { year: String(year) });
    const values = { year: String(year), month: Words.language() === "ja" ? String(month) : english(month), day: String(day) };
    return Words.t(day ? "dates.day" : "dates.month", values);
  };

  /** A year in the Japanese calendar; one in which an era began has two. @param {string} year */
  const eras = (year) => {
    inEra ??= new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric", timeZone: "UTC" });
    const { format } = inEra;
    return [...new Set([[0, 1], [11, 31]].map(([month, day]) => format(Date.UTC(Number(year), month, day))))];
  };

  /** The name of a month alone. @param {number} number Months since the year 0. */
  const ofYear = (number) => new Date(Date.UTC(2000, number % 12, 1)).toLocaleString(Words.language(), { month: "short", timeZone: "UTC" });

  /** The number of a month since the year 0. @param {string} text @param {number} otherwise The month of a year alone. */
  const month = (text, otherwise) => {
    const [year, month] = text.split("-").map(Number);
    return year * 12 + (month ? month - 1 : otherwise);
  };

  /** A month's number as ISO writes it. @param {number} number */
  const iso = (number) => `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

  /**
   * Where a day lies among the months: the beginning of a first day, the end of a last one.
   * @param {string} text @param {boolean} [isLast]
   */
  const place = (text, isLast = false) => {
    const [, month, day] = text.split("-").map(Number);
    const start = Dates.month(text, isLast ? 11 : 0);
    if (!month || !day) return start + (isLast ? 1 : 0);
    return start + Math.min(1, (day - (isLast ? 0 : 1)) / 31);
  };

  return { said, eras, ofYear, month, iso, place };
})();
