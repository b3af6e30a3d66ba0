"use strict";

/** Open needs: how many stand where, under the filter; those of one standing alone; and all of them as a table. */
(() => {
  const PAGE = 40;
  /** @type {Standing[]} */
  const STANDINGS = ["agreed", "proposed", "fitting", "nothing"];
  const needs = DATA.matching;
  const list = byId("needs");
  const more = byId("needs-more");
  let most = PAGE;
  State.declare("standing", { undo: true });

  const chosen = () => STANDINGS.find((standing) => standing === State.get("standing"));

  /** Rows within the filter, of whatever standing. */
  const passing = () => needs.need.map((_, row) => row).filter((row) => Filter.passes(needs.need[row]));

  const shown = () => passing().filter((row) => !chosen() || needs.standing[row] === chosen());

  /** One bar, parted by standing. @param {Map<Standing, number>} counts @param {number} all */
  const bar = (counts, all) => {
    let x = 0;
    const parts = STANDINGS.map((standing) => {
      const part = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const width = all ? (100 * (counts.get(standing) ?? 0)) / all : 0;
      for (const [name, value] of Object.entries({ x, width, height: 12, class: `standing-${standing}` })) part.setAttribute(name, String(value));
      x += width;
      return part;
    });
    byId("standing-bar").replaceChildren(...parts);
  };

  const figure = () => {
    const rows = passing();
    const counts = new Map(STANDINGS.map((standing) => [standing, rows.filter((row) => needs.standing[row] === standing).length]));
    bar(counts, rows.length);
    byId("standing-all").textContent = Words.number(rows.length);
    for (const standing of STANDINGS) byId(`standing-${standing}`).textContent = Words.number(counts.get(standing) ?? 0);
    for (const button of buttons()) button.setAttribute("aria-pressed", String(button.dataset.standing === (chosen() ?? "")));
  };

  const buttons = () => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button[data-standing]"));

  const cards = () => {
    const rows = shown();
    list.replaceChildren(...rows.slice(0, most).map(NeedCard.of));
    byId("needs-none").hidden = rows.length > 0;
    more.hidden = rows.length <= most;
    more.textContent = Words.t("panel.more", { n: Math.max(rows.length - most, 0) });
  };

  const unasked = () => {
    const found = needs.unasked.filter(Filter.passes);
    const none = element("li", { class: "note" }, Words.t("matching.unaskedNone"));
    byId("unasked-list")?.replaceChildren(...(found.length ? found.map(NeedCard.unasked) : [none]));
  };

  const draw = () => {
    if (Choice.view() !== "matching") return;
    if (list) {
      figure();
      cards();
    }
    unasked();
  };

  const again = () => {
    most = PAGE;
    draw();
  };

  /** @param {number[]} nodes */
  const names = (nodes) => nodes.map(Words.name).join(" / ");

  /** What is on record, then what fits: resource, status, reasons. @param {number} need @returns {string[][]} */
  const offers = (need) => [
    ...NeedCard.matches(need).map((tie) => {
      const reasons = Ties.value(tie, "reasons");
      const status = Words.value("MATCHED_WITH", "status", Ties.value(tie, "status"));
      return [Words.name(Ties.end(tie)), status, Array.isArray(reasons) ? reasons.join(" / ") : ""];
    }),
    ...NeedCard.fitting(need).map((row) => [Words.name(needs.candidates.resource[row]), Words.t("matching.unjudged"), NeedCard.why(row).join(" / ")]),
  ];

  /** @param {number} row */
  const lines = (row) => {
    const need = needs.need[row];
    const facts = [
      Words.name(need),
      Words.t(`matching.standing.${needs.standing[row]}`),
      names(NeedCard.owners(need)),
      names(Ties.targets(need, "ADDRESSES")),
      names(Ties.targets(need, "TAKES_PLACE_IN")),
      String(Nodes.value(need, "openedOn") ?? ""),
      String(Nodes.value(need, "amount") ?? ""),
    ];
    const found = offers(need);
    const lack = needs.lack[row] === null ? "" : Words.t(`matching.lack.${needs.lack[row]}`);
    return (found.length ? found : [["", "", lack]]).map((offer) => [...facts, ...offer]);
  };

  const table = () => {
    const columns = ["need", "standing", "owner", "theme", "municipality", "since", "amount", "resource", "status", "why"];
    return [columns.map((name) => Words.t(`matching.column.${name}`)), ...shown().flatMap(lines)];
  };

  Start.with(() => {
    if (!needs) return;
    if (list) Export.table("matching", table);
    for (const event of ["filter", "standing"]) State.on(event, again);
    for (const event of ["view", "lang"]) State.on(event, draw);
    for (const button of buttons()) button.addEventListener("click", () => State.set("standing", button.dataset.standing ?? ""));
    more?.addEventListener("click", () => {
      most += PAGE;
      draw();
      /** @type {HTMLElement | null} */ (list.children[most - PAGE]?.querySelector("h3 button"))?.focus();
    });
  });
})();
