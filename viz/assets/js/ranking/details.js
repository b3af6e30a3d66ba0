"use strict";

/** What a row of the ranking says when it is opened: roles, and whom the organisation joins, by name. */
const Details = (() => {
  const table = byId("bridges");
  /** @type {HTMLElement | null} */
  let opened = null;

  /** @param {string} title @param {Node[]} values */
  const part = (title, values) => element("div", {}, element("h4", {}, title), ...values);

  /** @param {string} title @param {Node[]} items */
  const list = (title, items) => element("p", {}, element("b", {}, title), " ", ...items.flatMap((item) => [item, " "]));

  /** @param {number} node */
  const roles = (node) => {
    const found = DATA.ranking.roles;
    const row = found.organisation.indexOf(node);
    const said = found.roles.flatMap((role, i) => {
      const [n, m] = [found.counts[i][row], found.expected[i][row]];
      if (!n) return [];
      const means = role === "representative" && !found.roles.includes("gatekeeper") ? "ranking.bothWays" : `ranking.roleMeans.${role}`;
      const counted = Words.t("ranking.roleCount", { n: Math.round(n), m: Math.round(m ?? 0) });
      return [element("dt", {}, Words.t(`ranking.roles.${role}`)), element("dd", {}, counted, element("span", { class: "note" }, Words.t(means)))];
    });
    return said.length ? [element("dl", {}, ...said)] : [element("p", { class: "note" }, Words.t("ranking.none"))];
  };

  /** @param {number} node */
  const joins = (node) => {
    const found = DATA.ranking.contacts;
    const row = found.organisation.indexOf(node);
    if (row < 0) return [element("p", { class: "note" }, Words.t("ranking.joinsNone"))];
    return [
      list(Words.t("ranking.sectors"), found.sectors[row].map((sector) => element("span", { class: "chip" }, Words.t(`value.Organisation.sector.${sector}`)))),
      list(Words.t("ranking.municipalities"), found.municipalities[row].map(nodeLink)),
      list(Words.t("ranking.communities"), found.communities[row].map((group) => element("span", { class: "chip" }, Words.community(group)))),
    ];
  };

  const close = () => {
    opened?.setAttribute("aria-expanded", "false");
    document.getElementById("bridge-details")?.remove();
    opened = null;
  };

  /** @param {HTMLElement} button */
  const open = (button) => {
    const row = /** @type {HTMLTableRowElement} */ (button.closest("tr"));
    const node = Number(button.dataset.more);
    const constraint = Bridges.measure(node, "constraint");
    const said = element("p", { class: "note" }, `${Words.t("ranking.constraint")} ${constraint === null ? "" : constraint.toFixed(3)}`);
    const cell = element("td", { colspan: row.cells.length }, element("div", { class: "details" },
      part(Words.t("ranking.joinsHeading"), joins(node)), part(Words.t("ranking.rolesHeading"), [...roles(node), said])));
    row.after(element("tr", { id: "bridge-details", "data-nodes": node }, cell));
    button.setAttribute("aria-expanded", "true");
    opened = button;
  };

  Start.with(() => {
    if (!table) return;
    table.addEventListener("click", (/** @type {Event} */ event) => {
      const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-more]"));
      if (!button) return;
      const again = button === opened;
      close();
      if (!again) open(button);
    });
    State.on("filter", close);
  });

  return { close };
})();
