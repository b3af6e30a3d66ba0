"use strict";

/**
 * What is left out of all views: by municipality, theme, group, sector and period, and what the reader hid. The ticks of
 * kinds and ties hold where kinds are shown side by side: in the network and in the table.
 */
const Filter = (() => {
  const KINDS = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("[data-kind]")]);
  const TIES = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("[data-tie]")]);
  const NARROWING = ["municipality", "theme", "community", "sector"];
  const drawn = new Set(DATA.network.nodes.id ?? []);
  /** First and last day of what lasts, by label or type. @type {Record<string, [string, string]>} */
  const SPANS = {
    Organisation: ["memberSince", "memberUntil"],
    Collaboration: ["startDate", "endDate"],
    Event: ["date", "date"],
    Need: ["openedOn", "closedOn"],
    Resource: ["availableFrom", "availableUntil"],
    PARTICIPATES_IN: ["since", "until"],
    TIED_TO: ["since", "until"],
  };

  /** @param {HTMLInputElement[]} ticks @param {"kind" | "tie"} name */
  const ticked = (ticks, name) => ticks.filter((tick) => tick.defaultChecked).map((tick) => tick.dataset[name] ?? "");

  for (const name of NARROWING) State.declare(name, { event: "filter", undo: true });
  for (const name of ["since", "until"]) State.declare(name, { event: "filter", undo: true, flows: true });
  // What the reader hid, alone wants to see, or wants to see whatever its kind.
  for (const name of ["hidden", "only", "added"]) State.declare(name, { event: "filter", undo: true });
  State.declare("kinds", { event: "filter", undo: true, otherwise: ticked(KINDS, "kind") });
  State.declare("ties", { event: "filter", undo: true, otherwise: ticked(TIES, "tie") });

  let kinds = new Set();
  let ties = new Set();
  let hidden = new Set();
  let added = new Set();
  /** All that the reader wants to see, where that is said. @type {Set<number> | null} */
  let only = null;
  /** @type {Set<number>[]} */
  let narrowed = [];
  /** What one may narrow down to with all below it: state, label, type that leads up. */
  const TREES = [["municipality", "Municipality", "PART_OF"], ["theme", "Theme", "BROADER"]];
  /** The municipalities and themes narrowed down to. @type {Map<string, Set<number>>} */
  const named = new Map();

  /** Nodes and all that lead to them over one type: wards of a city, narrower themes. @param {Iterable<number>} nodes @param {string} type */
  const within = (nodes, type) => {
    const found = new Set(nodes);
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

  /** @param {number} community */
  const ofCommunity = (community) => DATA.measures.organisation.filter((_, i) => DATA.measures.community[i] === community);

  /** @param {string} sector */
  const ofSector = (sector) => {
    const table = DATA.nodes.Organisation;
    return (table?.columns.sector ?? []).flatMap((value, i) => (value === sector ? [table.first + i] : []));
  };

  /** Organisations, what else they are tied to, and the cases that tell of their collaborations. @param {number[]} members */
  const around = (members) => {
    const chosen = new Set(members);
    const found = new Set([...withNeighbours(members)].filter((node) => chosen.has(node) || Nodes.label(node) !== "Organisation"));
    for (const node of [...found]) {
      for (const tie of Ties.of(node)) if (Ties.type(tie) === "DESCRIBES" && Ties.end(tie) === node) found.add(Ties.start(tie));
    }
    return found;
  };

  /** Whether something that lasts from one day to another lies in the period; days may be months or years, or unknown. @param {Value} from @param {Value} to */
  const lasts = (from, to) => {
    const [since, until] = [State.get("since"), State.get("until")];
    const ended = since && to !== null && String(to) < since.slice(0, String(to).length);
    const later = until && from !== null && String(from).slice(0, until.length) > until;
    return !(ended || later);
  };

  /** @param {number} node */
  const nodeLasts = (node) => {
    const span = SPANS[Nodes.label(node)];
    if (!span) return Nodes.label(node) !== "Case" || lasts(Nodes.value(node, "year"), Nodes.value(node, "year"));
    return lasts(Nodes.value(node, span[0]), Nodes.value(node, span[1]));
  };

  /** @param {number} tie */
  const tieLasts = (tie) => {
    const span = SPANS[Ties.type(tie)];
    return !span || lasts(Ties.value(tie, span[0]), Ties.value(tie, span[1]));
  };

  const dated = () => State.get("since") !== "" || State.get("until") !== "";

  /** Whether what the address says of a list is one of its choices; it may be of an older page, or of nobody's. @param {string} name */
  const knows = (name) => {
    const choices = /** @type {HTMLSelectElement} */ (byId(`by-${name}`)).options;
    return State.get(name) !== "" && [...choices].some(({ value }) => value === State.get(name));
  };

  const read = () => {
    kinds = new Set(State.all("kinds"));
    ties = new Set(State.all("ties"));
    hidden = new Set(State.all("hidden").map((id) => Nodes.number(id)));
    added = new Set(State.all("added").map((id) => Nodes.number(id)));
    only = State.all("only").length ? new Set(State.all("only").flatMap((id) => Nodes.number(id) ?? [])) : null;
    narrowed = [];
    named.clear();
    for (const [name, label, type] of TREES) {
      const nodes = State.all(name).flatMap((id) => Nodes.number(id) ?? []);
      if (!nodes.length) continue;
      named.set(label, within(nodes, type));
      narrowed.push(withNeighbours(named.get(label) ?? []));
    }
    if (knows("community")) narrowed.push(around(ofCommunity(Number(State.get("community")))));
    if (knows("sector")) narrowed.push(around(ofSector(State.get("sector"))));
    show();
  };

  /** Whether the reader did not hide a node, and it lasts in the period. @param {number} node */
  const isThere = (node) => !hidden.has(node) && (only?.has(node) ?? true) && (!dated() || nodeLasts(node));

  /** Whether a node is within the filter, whatever its kind. @param {number} node */
  const passes = (node) => isThere(node) && narrowed.every((nodes) => nodes.has(node));

  /** Whether what joins nodes is within the filter: all are there, and it is about one of them. @param {number[]} nodes */
  const joins = (nodes) => nodes.every(isThere) && nodes.some(passes);

  /** Whether a municipality or theme is one of those narrowed down to, not merely tied to one. @param {number} node */
  const names = (node) => !hidden.has(node) && (named.get(Nodes.label(node))?.has(node) ?? true);

  /** Whether a view that mixes kinds shows a node. @param {number} node */
  const shows = (node) => (kinds.has(Nodes.label(node)) || added.has(node)) && passes(node);

  /** @param {number} tie */
  const showsTie = (tie) => ties.has(Ties.type(tie)) && (!dated() || tieLasts(tie));

  const isNarrowed = () => narrowed.length > 0 || only !== null || hidden.size > 0 || dated();

  /** Let a list say what it is narrowed down to; of several, how many. @param {HTMLSelectElement} list @param {string[]} values */
  const choose = (list, values) => {
    list.querySelector("[data-several]")?.remove();
    if (values.length > 1) {
      const several = { "data-several": true, "data-t": "network.several", "data-values": JSON.stringify({ n: values.length }) };
      list.append(element("option", { ...several, value: "several" }, Words.t("network.several", { n: values.length })));
    }
    list.value = values.length > 1 ? "several" : (values[0] ?? "");
  };

  /** Let the controls say what holds. */
  const show = () => {
    for (const tick of KINDS) tick.checked = kinds.has(tick.dataset.kind);
    for (const tick of TIES) tick.checked = ties.has(tick.dataset.tie);
    for (const name of NARROWING) choose(byId(`by-${name}`), State.all(name));
    byId("reset").hidden = !isNarrowed() && !added.size && [...KINDS, ...TIES].every((tick) => tick.checked === tick.defaultChecked);
    count();
  };

  const count = () => {
    let shown = 0;
    for (const node of drawn) if (shows(node)) shown += 1;
    const said = Words.t("network.shown", { n: shown, m: drawn.size });
    if (byId("shown").textContent !== said) Live.say(said);
    byId("shown").textContent = said;
  };

  const reset = () => {
    const nothing = Object.fromEntries([...NARROWING, "since", "until", "hidden", "only", "added"].map((name) => [name, []]));
    State.change({ ...nothing, kinds: ticked(KINDS, "kind"), ties: ticked(TIES, "tie") });
  };

  Start.with(() => {
    State.on("filter", read);
    State.on("lang", count);
    for (const name of NARROWING) byId(`by-${name}`).addEventListener("change", () => State.set(name, byId(`by-${name}`).value));
    for (const [name, ticks, key] of /** @type {const} */ ([["kinds", KINDS, "kind"], ["ties", TIES, "tie"]])) {
      for (const tick of ticks) {
        tick.addEventListener("change", () => {
          State.set(name, ticks.filter((each) => each.checked).map((each) => each.dataset[key] ?? ""));
        });
      }
    }
    byId("reset").addEventListener("click", reset);
  });

  return { isThere, passes, joins, names, knows, shows, showsTie, isNarrowed, within, nodeLasts, tieLasts };
})();
