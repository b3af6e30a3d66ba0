"use strict";

/** The table of every node and every tie, a page at a time. */
const Listing = (() => {
  const PAGE = 100;
  const table = byId("rows");
  const filter = byId("table-filter");
  const kind = byId("table-kind");
  /** @type {"nodes" | "ties"} */
  let listed = "nodes";
  let first = 0;
  /** @type {{column: string, down: boolean} | null} */
  let order = null;
  /** @type {number[]} */
  let rows = [];

  /** @param {number[]} nodes */
  const names = (nodes) => [...new Set(nodes)].map(Words.name).join(Words.language() === "ja" ? "、" : ", ");

  /** @param {number} node */
  const detail = (node) => {
    const label = Nodes.label(node);
    const property = ["sector", "kind", "targetGroup", "outcome", "publisher"].find((name) => Nodes.value(node, name) !== null);
    return property ? Words.value(label, property, Nodes.value(node, property)) : "";
  };

  /** @param {number} tie */
  const tieDetail = (tie) => {
    const property = ["kind", "role", "status"].find((name) => Ties.value(tie, name) !== null);
    return property ? Words.value(Ties.type(tie), property, Ties.value(tie, property)) : "";
  };

  /** @type {Record<string, Record<string, Column>>} */
  const COLUMNS = {
    nodes: {
      name: { text: (node) => Words.name(node), node: (node) => node },
      kind: { text: (node) => Words.t(`label.${Nodes.label(node)}`) },
      detail: { text: detail },
      municipality: { text: (node) => names(Ties.targets(node, "LOCATED_IN", "TAKES_PLACE_IN", "PART_OF")) },
      theme: { text: (node) => names(Ties.targets(node, "WORKS_ON", "ADDRESSES", "BROADER")) },
      degree: { text: (node) => String(Ties.of(node).length), value: (node) => Ties.of(node).length },
      id: { text: (node) => Nodes.id(node) },
    },
    ties: {
      start: { text: (tie) => Words.name(Ties.start(tie)), node: (tie) => Ties.start(tie) },
      kind: { text: (tie) => Words.t(`type.${Ties.type(tie)}`) },
      end: { text: (tie) => Words.name(Ties.end(tie)), node: (tie) => Ties.end(tie) },
      detail: { text: tieDetail },
      confirmedOn: { text: (tie) => String(Ties.value(tie, "confirmedOn") ?? "") },
      confirmedBy: { text: (tie) => String(Ties.value(tie, "confirmedBy") ?? "") },
    },
  };

  /** @type {Record<string, string>} */
  const LOOKS = { degree: "number", kind: "short", confirmedOn: "short", id: "id" };

  const columns = () => COLUMNS[listed];

  /** @param {number} row @param {string[]} wanted */
  const passes = (row, wanted) => {
    if (listed === "nodes") return (!kind.value || Nodes.label(row) === kind.value) && Filter.passes(row) && Search.matches(row, wanted);
    if (kind.value && Ties.type(row) !== kind.value) return false;
    if (!Filter.passes(Ties.start(row)) || !Filter.passes(Ties.end(row))) return false;
    return wanted.every((word) => [Ties.start(row), Ties.end(row)].some((node) => Search.key(node).includes(word)));
  };

  const find = () => {
    const wanted = Search.words(filter.value);
    rows = Array.from({ length: listed === "nodes" ? Nodes.count : Ties.count }, (_, row) => row).filter((row) => passes(row, wanted));
    sort();
  };

  const sort = () => {
    if (!order) return;
    const { column, down } = order;
    const { text, value = text } = columns()[column];
    const keys = new Map(rows.map((row) => [row, value(row)]));
    const collator = new Intl.Collator(Words.language(), { numeric: true });
    const compare = (/** @type {number} */ a, /** @type {number} */ b) => {
      const [x, y] = [keys.get(a), keys.get(b)];
      return typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y));
    };
    rows.sort((a, b) => (down ? compare(b, a) : compare(a, b)) || a - b);
  };

  const head = () => {
    const cells = Object.keys(columns()).map((name) => {
      const title = Words.t(`table.${name}`);
      const button = element("button", { type: "button", "data-sort": name, title: Words.t("table.sort", { name: title }) }, title);
      const sorted = order?.column === name ? (order.down ? "descending" : "ascending") : null;
      return element("th", { scope: "col", "aria-sort": sorted, class: LOOKS[name] }, button);
    });
    table.tHead.replaceChildren(element("tr", {}, ...cells));
  };

  /** @param {number} row */
  const line = (row) => {
    const cells = Object.entries(columns()).map(([name, { text, node }], i) =>
      element(i ? "td" : "th", { class: LOOKS[name], scope: i ? null : "row" },
        node ? nodeLink(node(row)) : element("bdi", {}, text(row))));
    return element("tr", {}, ...cells);
  };

  const draw = () => {
    head();
    first = Math.max(0, Math.min(first, Math.floor((rows.length - 1) / PAGE) * PAGE));
    table.tBodies[0].replaceChildren(...rows.slice(first, first + PAGE).map(line));
    const range = { from: rows.length ? first + 1 : 0, to: Math.min(first + PAGE, rows.length), n: rows.length };
    byId("table-range").textContent = Words.t("table.range", range);
    byId("table-previous").disabled = first === 0;
    byId("table-next").disabled = first + PAGE >= rows.length;
    byId("table-empty").hidden = rows.length > 0;
  };

  const kinds = () => {
    const chosen = kind.value;
    const prefix = listed === "nodes" ? "label" : "type";
    const keys = listed === "nodes" ? Object.keys(DATA.nodes) : Ties.types;
    const options = keys.map((key) => element("option", { value: key }, Words.t(`${prefix}.${key}`)));
    kind.replaceChildren(element("option", { value: "" }, Words.t("table.all")), ...options);
    kind.value = keys.includes(chosen) ? chosen : "";
  };

  const refresh = () => {
    if (Choice.view() !== "table") return;
    find();
    draw();
  };

  const again = () => {
    first = 0;
    refresh();
  };

  /** @param {"nodes" | "ties"} what */
  const list = (what) => {
    [listed, order] = [what, null];
    for (const button of document.querySelectorAll("[data-rows]")) {
      button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.rows === what));
    }
    kinds();
    again();
  };

  /** @param {string} column */
  const orderBy = (column) => {
    order = { column, down: order?.column === column && !order.down };
    again();
    table.querySelector(`[data-sort="${column}"]`)?.focus();
  };

  /** Every row that meets the conditions, under its heads. @returns {string[][]} */
  const export_ = () => {
    const shown = Object.entries(columns());
    return [shown.map(([name]) => Words.t(`table.${name}`)), ...rows.map((row) => shown.map(([, { text }]) => text(row)))];
  };

  Start.with(() => {
    kinds();
    State.on("view", refresh);
    State.on("filter", again);
    State.on("lang", () => {
      kinds();
      refresh();
    });
    filter.addEventListener("input", again);
    kind.addEventListener("change", again);
    for (const button of document.querySelectorAll("[data-rows]")) {
      button.addEventListener("click", () => list(/** @type {any} */ (button).dataset.rows));
    }
    table.tHead.addEventListener("click", (/** @type {any} */ event) => {
      const button = event.target.closest("[data-sort]");
      if (button) orderBy(button.dataset.sort);
    });
    byId("table-previous").addEventListener("click", () => turn(-PAGE));
    byId("table-next").addEventListener("click", () => turn(PAGE));
    byId("csv").addEventListener("click", () => Csv.save(export_(), `tsunagari-${listed}.csv`));
  });

  /** @param {number} step */
  const turn = (step) => {
    first += step;
    draw();
    table.scrollIntoView({ block: "nearest" });
  };

  return { rows: () => rows, export_ };
})();
