"use strict";

/**
 * The table of nodes or of ties, a page at a time: the full equal of the network. At first it has what the network shows;
 * without that switch it has all that the filter leaves.
 */
const Listing = (() => {
  const PAGE = 100;
  const table = byId("rows");
  const filter = byId("table-filter");
  const kind = byId("table-kind");
  const only = byId("table-drawn");
  const choice = byId("table-columns");
  /** @type {number[]} */
  let rows = [];

  for (const name of ["list", "sort", "kind", "column", "everything"]) State.declare(name, { event: "list" });
  State.declare("like", { event: "list", flows: true });
  State.declare("page", { anew: ["filter", "list", "selected"] });

  /** @returns {"nodes" | "ties"} */
  const listed = () => (State.get("list") === "ties" ? "ties" : "nodes");

  const columns = () => Columns.of(listed(), State.all("column"));

  /** Kinds of what is listed. */
  const kindsListed = () => (listed() === "nodes" ? Object.keys(DATA.nodes) : Ties.types);

  const ofKind = () => (kindsListed().includes(State.get("kind")) ? State.get("kind") : "");

  /** Column sorted by, and whether downwards. @returns {{column: string, down: boolean} | null} */
  const order = () => {
    const [column, way] = State.all("sort");
    return Object.hasOwn(columns(), column ?? "") ? { column, down: way === "down" } : null;
  };

  /** Nodes taken up in the network, if any. */
  const selected = () => new Set(State.all("selected").flatMap((id) => Nodes.number(id) ?? []));

  /** @param {number} node @param {boolean} drawn */
  const nodePasses = (node, drawn) => (drawn ? Picture.has(node) && Filter.shows(node) : Filter.passes(node));

  /** @param {boolean} drawn Whether only what the network shows. @returns {number[]} */
  const find = (drawn) => {
    const wanted = Search.words(State.get("like"));
    const [only, taken] = [ofKind(), selected()];
    const isTaken = (/** @type {number} */ node) => !taken.size || taken.has(node);
    if (listed() === "nodes") {
      return [...Array(Nodes.count).keys()].filter((node) =>
        (!only || Nodes.label(node) === only) && isTaken(node) && nodePasses(node, drawn) && Search.matches(node, wanted));
    }
    return [...Array(Ties.count).keys()].filter((tie) => {
      const ends = [Ties.start(tie), Ties.end(tie)];
      if (only && Ties.type(tie) !== only) return false;
      if (drawn ? !Filter.showsTie(tie) : !Filter.tieLasts(tie)) return false;
      if (!ends.every((node) => isTaken(node) && nodePasses(node, drawn))) return false;
      return wanted.every((word) => ends.some((node) => Search.matches(node, [word])));
    });
  };

  const sort = () => {
    const by = order();
    if (!by) return;
    const { text, value = text } = columns()[by.column];
    const keys = new Map(rows.map((row) => [row, value(row)]));
    const collator = new Intl.Collator(Words.language(), { numeric: true });
    const compare = (/** @type {number} */ a, /** @type {number} */ b) => {
      const [x, y] = [keys.get(a), keys.get(b)];
      if (typeof x === "number" && typeof y === "number") return x - y;
      return collator.compare(String(x), String(y));
    };
    // What says nothing comes last, either way.
    const isBlank = (/** @type {number} */ row) => Number(keys.get(row) === "");
    rows.sort((a, b) => isBlank(a) - isBlank(b) || (by.down ? compare(b, a) : compare(a, b)) || a - b);
  };

  const head = () => {
    const by = order();
    const cells = Object.entries(columns()).map(([name, { look }]) => {
      const title = Columns.title(listed(), name);
      const button = element("button", { type: "button", "data-sort": name, title: Words.t("table.sort", { name: title }) }, title);
      const sorted = by?.column === name ? (by.down ? "descending" : "ascending") : null;
      return element("th", { scope: "col", "aria-sort": sorted, class: look }, button);
    });
    table.tHead.replaceChildren(element("tr", {}, ...cells));
  };

  /** @param {number} row */
  const line = (row) => {
    const cells = Object.values(columns()).map(({ text, node, look }, i) =>
      element(i ? "td" : "th", { class: look, scope: i ? null : "row" }, node ? nodeLink(node(row)) : element("bdi", {}, text(row))));
    return element("tr", {}, ...cells);
  };

  /** The page shown, from 1. */
  const page = () => Math.max(1, Math.min(Math.floor(Number(State.get("page"))) || 1, Math.ceil(rows.length / PAGE)));

  const draw = () => {
    head();
    const first = PAGE * (page() - 1);
    table.tBodies[0].replaceChildren(...rows.slice(first, first + PAGE).map(line));
    Stacks.label(table);
    const range = { from: rows.length ? first + 1 : 0, to: Math.min(first + PAGE, rows.length), n: rows.length };
    const said = Words.t("table.range", range);
    if (byId("table-range").textContent !== said) Live.say(said);
    byId("table-range").textContent = said;
    byId("table-previous").disabled = first === 0;
    byId("table-next").disabled = first + PAGE >= rows.length;
    byId("table-empty").hidden = rows.length > 0;
    const more = rows.length || State.get("everything") ? 0 : find(false).length;
    byId("table-undrawn").hidden = !more;
    byId("table-undrawn").textContent = Words.t("table.undrawn", { n: more });
  };

  /** Let the controls say what holds. */
  const show = () => {
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-rows]"))) {
      button.setAttribute("aria-pressed", String(button.dataset.rows === listed()));
    }
    const prefix = listed() === "nodes" ? "label" : "type";
    const options = kindsListed().map((key) => element("option", { value: key }, Words.t(`${prefix}.${key}`)));
    kind.replaceChildren(element("option", { value: "" }, Words.t("table.all")), ...options);
    kind.value = ofKind();
    if (filter.value !== State.get("like")) filter.value = State.get("like");
    only.checked = !State.get("everything");
    const ticks = Columns.others(listed(), ofKind()).map((property) => {
      const tick = element("input", { type: "checkbox", value: property, checked: State.all("column").includes(property) });
      return element("li", {}, element("label", { class: "tick" }, tick, Columns.title(listed(), property)));
    });
    // Ticks stay where they are while one of them is pressed.
    if (!choice.contains(document.activeElement) || choice.childElementCount !== ticks.length) choice.replaceChildren(...ticks);
    const taken = selected().size;
    byId("table-selected").hidden = !taken;
    byId("table-selected-count").textContent = Words.t("table.selected", { n: taken });
  };

  const refresh = () => {
    if (Choice.view() !== "table") return;
    rows = find(!State.get("everything"));
    sort();
    show();
    draw();
  };

  /** @param {string} column */
  const orderBy = (column) => {
    const by = order();
    State.set("sort", by?.column === column && !by.down ? [column, "down"] : [column]);
    table.querySelector(`[data-sort="${column}"]`)?.focus();
  };

  /** Every row that meets the conditions, under its heads. @returns {string[][]} */
  const export_ = () => {
    const shown = Object.entries(columns());
    return [shown.map(([name]) => Columns.title(listed(), name)), ...rows.map((row) => shown.map(([, { text }]) => text(row)))];
  };

  /** @param {number} step */
  const turn = (step) => {
    State.set("page", page() + step > 1 ? String(page() + step) : null);
    table.scrollIntoView({ block: "nearest" });
  };

  Start.with(() => {
    Export.table("table", export_);
    for (const event of ["view", "filter", "list", "selected", "page", "lang"]) State.on(event, refresh);
    filter.addEventListener("input", () => State.set("like", filter.value));
    kind.addEventListener("change", () => State.set("kind", kind.value));
    only.addEventListener("change", () => State.set("everything", only.checked ? "" : "1"));
    choice.addEventListener("change", () => {
      const ticked = /** @type {HTMLInputElement[]} */ ([...choice.querySelectorAll("input:checked")]);
      State.set("column", ticked.map((tick) => tick.value));
    });
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-rows]"))) {
      button.addEventListener("click", () => State.change({ list: button.dataset.rows === "ties" ? ["ties"] : [], sort: [], kind: [], column: [] }));
    }
    table.tHead.addEventListener("click", (/** @type {any} */ event) => {
      const button = event.target.closest("[data-sort]");
      if (button) orderBy(button.dataset.sort);
    });
    byId("table-previous").addEventListener("click", () => turn(-1));
    byId("table-next").addEventListener("click", () => turn(1));
    byId("table-unselect").addEventListener("click", () => State.set("selected", null));
    byId("csv").addEventListener("click", () => Export.save("csv"));
    byId("table-copy").addEventListener("click", () => Clip.copy(Csv.tabbed(export_()), Words.t("table.copied", { n: rows.length })));
  });

  return { rows: () => rows, export_ };
})();
