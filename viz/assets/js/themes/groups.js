"use strict";

/** Working groups: shown in the network, and saved with pairs of themes as tables. */
(() => {
  /** Names of nodes, one after another. @param {number[]} nodes */
  const names = (nodes) => nodes.map(Words.name).join(" / ");

  /** @param {number} node @param {string} kind */
  const tied = (node, kind) => names(Ties.targets(node, kind));

  /** A row a would-be member. @param {NonNullable<typeof DATA.themes>} found */
  const seats = ({ groups, members }) => {
    const columns = ["group", "basis", "groupThemes", "role", "organisation", "sector", "municipality", "memberThemes", "partners", "brings"];
    const head = columns.map((column) => Words.t(`themes.column.${column}`));
    const rows = members.organisation.map((node, i) => {
      const group = groups.group.indexOf(members.group[i]);
      const sector = Nodes.value(node, "sector");
      const brings = [...members.sectors[i].map((key) => Words.value("Organisation", "sector", key)), ...members.municipalities[i].map(Words.name)];
      return [
        String(members.group[i]),
        Words.t(groups.basis[group] === "members" ? "themes.basisShared" : "themes.basisTree"),
        names(groups.themes[group]),
        Words.t(`themes.role.${members.role[i]}`),
        Words.name(node),
        Words.value("Organisation", "sector", sector),
        tied(node, "LOCATED_IN"),
        names(members.themes[i]),
        String(members.partners[i]),
        brings.join(" / "),
      ];
    });
    const isThere = (/** @type {number} */ i) =>
      Filter.passes(members.organisation[i]) && groups.themes[groups.group.indexOf(members.group[i])].some(Filter.names);
    return [head, ...rows.filter((_, i) => isThere(i))];
  };

  /** @param {NonNullable<typeof DATA.themes>} found */
  const shared = ({ pairs }) => {
    const head = ["theme", "other", "members", "otherMembers", "common", "expected", "lift", "jaccard", "p", "q", "validated"];
    const figures = /** @type {const} */ (["members", "otherMembers", "common", "expected", "lift", "jaccard", "p", "q"]);
    const rows = pairs.theme.map((theme, row) => [
      Words.name(theme),
      Words.name(pairs.other[row]),
      ...figures.map((name) => String(pairs[name][row])),
      Words.t(pairs.validated[row] ? "themes.beyond" : "themes.within"),
    ]);
    return [head.map((column) => Words.t(`themes.column.${column}`)), ...rows];
  };

  /** Ids of the core of the group of some themes. @param {NonNullable<typeof DATA.themes>} found @param {string} themes */
  const core = ({ groups, members }, themes) => {
    const group = groups.group[groups.themes.findIndex((own) => own.join(" ") === themes)];
    return members.organisation.filter((_, i) => members.group[i] === group && members.role[i] === "core").map(Nodes.id);
  };

  /** On paper nothing can be opened: whatever is folded is open while it is printed. */
  const openForPrint = () => {
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const folded = document.querySelectorAll("#view-themes details:not([open])");
    for (const part of folded) part.open = true;
    addEventListener("afterprint", () => {
      for (const part of folded) part.open = false;
    }, { once: true });
  };

  Start.with(() => {
    const found = DATA.themes;
    if (!found) return;
    if (found.members.organisation.length) Export.table("themes", () => seats(found));
    addEventListener("beforeprint", openForPrint);
    byId("pairs-csv")?.addEventListener("click", () => Csv.save(shared(found), `${Words.t("themes.pairs")}.csv`));
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-themes]"))) {
      const ids = (button.dataset.themes ?? "").split(" ").map((node) => Nodes.id(Number(node)));
      button.addEventListener("click", () => {
        State.change({ view: ["network"], theme: ids, selected: core(found, button.dataset.themes ?? ""), node: [], cell: [] });
      });
    }
  });
})();
