"use strict";

/** The table of bridging actors: its order, and the secretariat in it or not. */
const Ranking = (() => {
  State.declare("ranksort");
  const MOST = 100;
  const table = byId("bridges");
  /** @type {HTMLTableRowElement[]} */
  const rows = table ? [...table.tBodies[0].rows] : [];
  const FALLING = ["ratio", "betweenness", "communitiesJoined", "sectorsJoined", "municipalitiesJoined", "change"];

  /** @param {HTMLElement} row */
  const node = (row) => Number(row.dataset.nodes);

  /** What a column is sorted by. @param {number} node @param {string} column @returns {number | string | null} */
  const key = (node, column) => {
    if (column === "name") return Words.name(node);
    if (column === "role") return role(node);
    if (column === "rank" || column === "betweenness") return Bridges.now(node, column);
    return column === "change" ? Bridges.change(node) : Bridges.measure(node, column);
  };

  /** The role that stands out, in words. @param {number} node */
  const role = (node) => rows.find((row) => Number(row.dataset.nodes) === node)?.querySelector(".role")?.textContent || null;

  /** @param {number} a @param {number} b @param {string} column @param {boolean} down */
  const compare = (a, b, column, down) => {
    const [x, y] = [key(a, column), key(b, column)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order = typeof x === "string" ? x.localeCompare(String(y), Words.language(), { numeric: true }) : x - Number(y);
    return down ? -order : order;
  };

  /** The column sorted by and whether it falls. @returns {[string, boolean]} */
  const order = () => {
    const [column = "rank", direction] = State.all("ranksort");
    return [column, direction === "down"];
  };

  /** Nodes in the order chosen; those alike by rank. @param {number[]} nodes */
  const sorted = (nodes) => {
    const [column, down] = order();
    return [...nodes].sort((a, b) => compare(a, b, column, down) || compare(a, b, "rank", false));
  };

  const sort = () => {
    const places = new Map(sorted(rows.map(node)).map((each, i) => [each, i]));
    const [column, down] = order();
    const before = (/** @type {HTMLElement} */ a, /** @type {HTMLElement} */ b) => Number(places.get(node(a))) - Number(places.get(node(b)));
    Details.close();
    table.tBodies[0].append(...[...rows].sort(before));
    for (const button of table.querySelectorAll("[data-ranksort]")) {
      const heading = button.closest("th");
      if (button.dataset.ranksort === column) heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      else heading.removeAttribute("aria-sort");
    }
  };

  /** Let a row say what holds now. @param {HTMLTableRowElement} row */
  const fill = (row) => {
    const [rank, share, betweenness] = /** @type {const} */ (["rank", "share", "betweenness"]).map((name) => Bridges.now(node(row), name));
    row.classList.toggle("absent", rank === null || rank > MOST);
    /** @type {any} */ (row.querySelector(".rank")).textContent = String(rank ?? "");
    row.querySelector(".bar rect")?.setAttribute("width", String(share ?? 0));
    /** @type {any} */ (row.querySelector(".bar-value")).textContent = betweenness === null ? "" : betweenness.toFixed(4);
    row.querySelector("td.change")?.replaceChildren(...changed(node(row)));
  };

  /** How the rank changed, in words and by a mark. @param {number} node @returns {Node[]} */
  const changed = (node) => {
    const gain = Bridges.change(node);
    if (gain === 0) return [element("span", { class: "beside" }, Words.t("ranking.same"))];
    if (gain === null) return [element("span", { class: "beside" }, Words.t("ranking.wasNone"))];
    const mark = `${gain > 0 ? "▲" : "▼"} ${Math.abs(gain)}`;
    return [element("span", { class: gain > 0 ? "up" : "down" }, mark), element("span", { class: "beside" }, Words.t("ranking.was", { n: Bridges.measure(node, "rank") }))];
  };

  /** Say how many bridge, and how many of them the filter leaves and the table has. */
  const count = () => {
    const all = Bridges.all();
    const shown = rows.filter((row) => !row.hidden && !row.classList.contains("absent")).length;
    const fit = all.filter((each) => Filter.passes(each)).length;
    byId("bridge-count").textContent = Words.t(fit < all.length ? "ranking.countFit" : "ranking.count", { n: all.length, shown, fit, most: MOST });
  };

  const show = () => {
    const way = Bridges.way();
    for (const button of document.querySelectorAll("[data-without]")) {
      button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.without === way));
    }
    for (const rest of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-rest]"))) rest.hidden = rest.dataset.rest !== way;
    table.classList.toggle("apart", way !== "");
    for (const row of rows) fill(row);
    sort();
    count();
  };

  /** @param {string} column */
  const turn = (column) => {
    const [now, down] = order();
    const falls = now === column ? !down : FALLING.includes(column);
    State.set("ranksort", column === "rank" && !falls ? [] : [column, falls ? "down" : "up"]);
  };

  Start.with(() => {
    if (!table) return;
    Choice.during("ranking", ["without", "lang"], show);
    Choice.during("ranking", ["ranksort"], sort);
    Choice.during("ranking", ["filter"], count);
    table.tHead.addEventListener("click", (/** @type {Event} */ event) => {
      const button = /** @type {Element} */ (event.target).closest("[data-ranksort]");
      if (button instanceof HTMLElement) turn(button.dataset.ranksort ?? "");
    });
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-without]"))) {
      button.addEventListener("click", () => State.set("without", button.dataset.without ?? ""));
    }
  });

  return { sorted };
})();
