"use strict";

/** Which nodes and ties the picture shows, by the legend's ticks and choices. */
const Filter = (() => {
  const ticks = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("[data-kind], [data-tie]")]);
  const selects = ["municipality", "theme", "community"].map((name) => byId(`by-${name}`));
  const drawn = new Set(DATA.network.nodes.id ?? []);
  const kinds = new Set();
  const ties = new Set();
  /** @type {Set<number>[]} */
  let narrowed = [];
  /** @type {Array<() => void>} */
  const listeners = [];

  /** A node and all that lead to it over one type: wards of a city, narrower themes. @param {number} node @param {string} type */
  const within = (node, type) => {
    const found = new Set([node]);
    for (const member of found) {
      for (const tie of Ties.of(member)) {
        if (Ties.type(tie) === type && Ties.end(tie) === member) found.add(Ties.start(tie));
      }
    }
    return found;
  };

  /** Nodes and those tied to any of them. @param {Iterable<number>} nodes */
  const withNeighbours = (nodes) => {
    const found = new Set(nodes);
    for (const node of nodes) for (const tie of Ties.of(node)) found.add(Ties.other(tie, node));
    return found;
  };

  /** Organisations of a community and the collaborations they take part in. @param {number} community */
  const ofCommunity = (community) => {
    const members = DATA.measures.organisation.filter((_, i) => DATA.measures.community[i] === community);
    return new Set([...members, ...members.flatMap((node) => Ties.targets(node, "PARTICIPATES_IN"))]);
  };

  const read = () => {
    kinds.clear();
    ties.clear();
    for (const tick of ticks) {
      if (tick.checked && tick.dataset.kind) kinds.add(tick.dataset.kind);
      if (tick.checked && tick.dataset.tie) ties.add(tick.dataset.tie);
    }
    const [municipality, theme, community] = selects.map((select) => select.value);
    narrowed = [];
    if (municipality) narrowed.push(withNeighbours(within(Number(municipality), "PART_OF")));
    if (theme) narrowed.push(withNeighbours(within(Number(theme), "BROADER")));
    if (community) narrowed.push(ofCommunity(Number(community)));
    byId("reset").hidden = ticks.every((tick) => tick.checked === tick.defaultChecked) && !narrowed.length;
    count();
  };

  /** @param {number} node */
  const shows = (node) => drawn.has(node) && kinds.has(Nodes.label(node)) && narrowed.every((nodes) => nodes.has(node));

  const count = () => {
    let shown = 0;
    for (const node of drawn) if (shows(node)) shown += 1;
    byId("shown").textContent = Words.t("network.shown", { n: shown, m: drawn.size });
    byId("none-shown").hidden = shown > 0 || !drawn.size;
  };

  const changed = () => {
    read();
    for (const listener of listeners) listener();
  };

  const reset = () => {
    for (const tick of ticks) tick.checked = tick.defaultChecked;
    for (const select of selects) select.value = "";
    changed();
  };

  const start = () => {
    for (const control of [...ticks, ...selects]) control.addEventListener("change", changed);
    byId("reset").addEventListener("click", reset);
    State.on("language", count);
    read();
  };

  return {
    start,
    shows,
    /** @param {number} tie */
    showsTie: (tie) => ties.has(Ties.type(tie)),
    /** @param {() => void} listener */
    onChange: (listener) => listeners.push(listener),
  };
})();
