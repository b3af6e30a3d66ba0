"use strict";

/** Who could meet whom: a press shows a pair in the network, or narrows down to a group; all pairs as a table. */
(() => {
  const pairs = DATA.introductions;

  /** @param {number[]} nodes */
  const names = (nodes) => nodes.map(Words.name).join(" / ");

  /** Which gap a pair closes. @param {number} row */
  const gap = (row) => {
    const communities = [pairs.community[row], pairs.otherCommunity[row]].filter((community) => community !== null);
    if (communities.length) return communities.map((community) => Words.community(Number(community))).join(" / ");
    return names([pairs.municipality[row], pairs.theme[row]].flatMap((node) => node ?? []));
  };

  /** @param {number} row */
  const line = (row) => [
    Words.name(pairs.a[row]),
    Words.name(pairs.b[row]),
    Words.t(`introductions.kind.${pairs.kind[row]}`),
    gap(row),
    names(pairs.sharedThemes[row]),
    names(pairs.sharedAreas[row]),
    String(pairs.steps[row] ?? ""),
    names(pairs.via[row]),
  ];

  const table = () => {
    const columns = ["a", "b", "kind", "gap", "themes", "areas", "steps", "via"];
    return [columns.map((name) => Words.t(`introductions.column.${name}`)), ...fitting().map(line)];
  };

  /** The pairs that the filter leaves. */
  const fitting = () => pairs.a.map((_, row) => row).filter((row) => Filter.joins([pairs.a[row], pairs.b[row]]));

  /** Say how many pairs there are, how many stand here, and where the others are. */
  const count = () => {
    const shown = document.querySelectorAll(".meeting:not([hidden])").length;
    const [n, fit] = [pairs.a.length, fitting().length];
    const more = shown < fit ? Words.t("introductions.more", { more: fit - shown }) : "";
    byId("introduction-count").textContent = `${Words.t(fit < n ? "introductions.countFit" : "introductions.count", { n, fit })} ${more}`;
    byId("introduction-more").textContent = more;
    byId("introduction-more").hidden = !more;
  };

  /** @param {MouseEvent} event */
  const press = (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-meet], [data-group]"));
    if (button?.dataset.group) State.set("community", button.dataset.group);
    if (!button?.dataset.meet) return;
    const [a, b] = button.dataset.meet.split(" ").map(Number);
    const row = pairs.a.findIndex((one, i) => one === a && pairs.b[i] === b);
    State.change({ view: ["network"], node: [Nodes.id(a)], cell: [], path: [a, ...pairs.via[row], b].map(Nodes.id) });
  };

  Start.with(() => {
    Export.table("introductions", table);
    byId("view-introductions")?.addEventListener("click", press);
    if (byId("introduction-count")) Choice.during("introductions", ["filter", "lang"], count);
  });
})();
