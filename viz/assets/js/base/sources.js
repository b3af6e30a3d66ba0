"use strict";

/** Where it is said: the sources of a node and of its ties, with their day, and how old that was on the day of the data. */
const Sources = (() => {
  /** From this age on, it should be asked again. */
  const OLD = 24;
  const day = byId("footer").dataset.day;

  /** Months from a day, month or year to the day of the data; of what lies within a year, the year's end counts. @param {Value} from */
  const age = (from) => {
    const [year, month = 12] = String(from).split("-").map(Number);
    const [toYear, toMonth] = String(day).split("-").map(Number);
    return Number.isFinite(year) ? Math.max((toYear - year) * 12 + toMonth - month, 0) : 0;
  };

  /** @param {number} months */
  const inWords = (months) => {
    if (months < 1) return Words.t("panel.age.fresh");
    return months < OLD ? Words.t("panel.age.months", { n: months }) : Words.t("panel.age.years", { n: Math.floor(months / 12) });
  };

  /** A day with its age, marked when it is old. @param {Value} from @param {boolean} [oldest] */
  const dated = (from, oldest = false) =>
    element("span", { class: age(from) >= OLD ? "stale" : null },
      Words.t("panel.dated", { day: String(from), age: inWords(age(from)) }),
      oldest ? " " : null,
      oldest ? element("span", { class: "oldest" }, Words.t("panel.oldest")) : null);

  /** @param {Value} value @returns {string[]} */
  const texts = (value) => (Array.isArray(value) ? value : []);

  /** @param {number} node */
  const of = (node) => {
    const ids = new Set(texts(Nodes.value(node, "sources")));
    for (const tie of Ties.of(node)) for (const id of texts(Ties.value(tie, "sources"))) ids.add(id);
    return [...ids];
  };

  /** When a source was retrieved, if that is known. @param {string} id @returns {Value} */
  const retrieved = (id) => {
    const node = Nodes.number(id);
    return node === undefined ? null : Nodes.value(node, "retrievedOn");
  };

  /** Of several that are not of the same day, the day of the oldest. @param {string[]} ids @returns {string | null} */
  const oldest = (ids) => {
    const days = ids.map(retrieved).filter((found) => found !== null).map(String).sort();
    return days.length > 1 && days[0] !== days.at(-1) ? days[0] : null;
  };

  /** @param {string} id @param {string | null} old */
  const line = (id, old) => {
    const node = Nodes.number(id);
    if (node === undefined) return element("li", {}, element("bdi", { class: "clamp" }, id));
    const said = ["publisher", "licence"].map((property) => Nodes.value(node, property)).filter((value) => value !== null);
    const title = String(Nodes.value(node, "title") ?? Words.name(node));
    const [url, on] = [Nodes.value(node, "url"), retrieved(id)];
    return element("li", {},
      url === null ? element("bdi", { class: "clamp" }, title) : addressLink(url, title),
      url !== null && !webAddress(url) ? element("small", { class: "clamp" }, String(url)) : null,
      element("small", {}, said.join(" · ")),
      element("small", {}, on === null ? Words.t("panel.undated") : dated(on, String(on) === old)));
  };

  return {
    day,
    age,
    dated,
    of,
    oldest,
    line,
  };
})();
