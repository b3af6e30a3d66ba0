"use strict";

/** The side panel: what is known of the node chosen, or of what a view lets choose. */
const Panel = (() => {
  const MORE_THAN = 10;
  const BEGIN_WITH = 5;
  const panel = byId("panel");
  const UNSAID = ["id", "name", "sources", "latitude", "longitude"];
  const UNSAID_OF_TIES = ["sources", "visibility", "confirmedBy", "confirmedOn"];
  /** What views show of what they let choose beside nodes. @type {Array<() => Node[] | null>} */
  const others = [];

  /** @param {string} key @param {...(Node | string | null)} values @returns {Node[]} */
  const fact = (key, ...values) => [element("dt", {}, key), element("dd", {}, ...values)];

  /** @param {string} title @param {...(Node | null)} children */
  const part = (title, ...children) => element("section", {}, element("h3", {}, title), ...children);

  /** @param {number} node */
  const facts = (node) => {
    const label = Nodes.label(node);
    const rows = Nodes.properties(node)
      .filter((property) => !UNSAID.includes(property) && Nodes.value(node, property) !== null)
      .flatMap((property) => {
        const value = Nodes.value(node, property);
        const said = Words.value(label, property, value);
        const shown = property === "url" ? addressLink(value) : element("bdi", { class: "clamp" }, said);
        return fact(Words.t(`property.${label}.${property}`), shown);
      });
    rows.push(...fact(Words.t(`property.${label}.id`), element("bdi", { class: "clamp" }, Nodes.id(node))));
    return part(Words.t("panel.facts"), element("dl", { class: "facts" }, ...rows));
  };

  /** @param {Record<string, any[]>} m @param {number} row */
  const range = (m, row) => {
    const low = m.low?.[row];
    const high = m.high?.[row];
    if (low == null || high == null) return [];
    return fact(Words.t("panel.ranges"), low === high ? Words.t("ranking.rangeOne", { low }) : Words.t("ranking.range", { low, high }));
  };

  /** @param {Record<string, any[]>} m @param {number} row */
  const chance = (m, row) => {
    const ratio = m.ratio?.[row];
    const q = m.q?.[row];
    if (ratio == null || q == null) return [];
    return fact(Words.t("panel.chance"), Words.t("panel.chanceOf", { ratio: Words.number(Number(ratio), 1), q: Words.number(Number(q), 3) }));
  };

  /** @param {number} node */
  const measures = (node) => {
    const m = DATA.measures;
    const row = m.organisation.indexOf(node);
    if (row < 0) return null;
    if (!m.degree[row]) return part(Words.t("panel.measures"), element("p", { class: "note" }, Words.t("panel.noTies")));
    const joined = { communities: m.communitiesJoined[row], sectors: m.sectorsJoined[row], municipalities: m.municipalitiesJoined[row] };
    const rows = [
      ...fact(Words.t("panel.rank"), Words.t("panel.rankOf", { n: m.rank[row], m: DATA.whole })),
      ...range(m, row),
      ...fact(Words.t("panel.betweenness"), Words.number(Number(m.betweenness[row]), 4)),
      ...chance(m, row),
      ...fact(Words.t("panel.constraint"), Words.number(Number(m.constraint[row]), 3)),
      ...fact(Words.t("panel.degree"), Words.t("panel.degreeOf", { n: m.degree[row] })),
      ...fact(Words.t("panel.joined"), Words.t("panel.joinedOf", joined)),
      ...fact(Words.t("panel.community"), m.community[row] ? Words.community(Number(m.community[row])) : Words.t("panel.communityNone")),
    ];
    if (m.separated[row]) rows.push(...fact(Words.t("panel.separated"), Words.t("panel.separatedOf", { n: m.separated[row] })));
    const note = element("p", { class: "note" }, Words.t("ranking.betweennessNote"), " ", Words.t("ranking.constraintNote"));
    return part(Words.t("panel.measures"), element("dl", { class: "facts" }, ...rows), note);
  };

  /** Ties of a node by type and direction, in the order of the schema. @param {number} node */
  const grouped = (node) => {
    /** @type {Map<string, number[]>} */
    const groups = new Map();
    for (const tie of Ties.of(node)) {
      const type = Ties.type(tie);
      const key = `ties.${type}.${Ties.start(tie) === node ? "out" : "in"}`;
      const title = Words.t(key);
      groups.set(title, [...(groups.get(title) ?? []), tie]);
    }
    return groups;
  };

  /** @param {number} tie */
  const tieFacts = (tie) => {
    const type = Ties.type(tie);
    const said = Ties.properties(tie)
      .filter((property) => !UNSAID_OF_TIES.includes(property) && Ties.value(tie, property) !== null)
      .map((property) => {
        const value = Words.value(type, property, Ties.value(tie, property));
        return property === "kind" || property === "role" ? value : `${Words.t(`property.${type}.${property}`)} ${value}`;
      });
    const on = Ties.value(tie, "confirmedOn");
    if (!said.length && on === null) return null;
    const confirmed = on === null ? [] : [`${said.length ? " · " : ""}${Words.t("panel.confirmed")} `, Sources.dated(on)];
    return element("small", { class: "clamp" }, said.join(" · "), ...confirmed);
  };

  /** A list that begins short. @template T @param {T[]} rows @param {(row: T) => Node} make @param {string} look */
  const list = (rows, make, look) => {
    const made = element("ul", { class: look }, ...rows.slice(0, MORE_THAN).map(make));
    const rest = rows.length - MORE_THAN;
    if (rest > 0) {
      const more = element("button", { type: "button", class: "link" }, Words.t("panel.more", { n: rest }));
      const row = element("li", {}, more);
      more.addEventListener("click", () => {
        row.replaceWith(...rows.slice(MORE_THAN).map(make));
      });
      made.append(row);
    }
    return made;
  };

  /** @param {number} node */
  const ties = (node) => {
    const all = Ties.of(node);
    const title = Words.t("panel.ties", { n: all.length });
    if (!all.length) return part(title, element("p", { class: "note" }, Words.t("panel.tiesNone")));
    const groups = [...grouped(node)].flatMap(([name, found]) => [
      element("h4", {}, name, element("span", { class: "count" }, Words.number(found.length))),
      list(found, (tie) => element("li", {}, nodeLink(Ties.other(tie, node)), tieFacts(tie)), "ends"),
    ]);
    return part(title, ...groups);
  };

  /** @param {number} node */
  const sources = (node) => {
    const ids = Sources.of(node);
    const oldest = Sources.oldest(ids);
    const said = ids.length ? list(ids, (id) => Sources.line(id, oldest), "sources") : element("p", { class: "note" }, Words.t("panel.sourcesNone"));
    return part(Words.t("panel.sources"), said, element("p", { class: "note" }, Words.t("panel.ageNote", { day: Sources.day })));
  };

  /** @param {string} kind @param {Node | null} shape */
  const top = (kind, shape) => {
    const close = element("button", { type: "button", "data-clear": true }, Words.t("panel.close"));
    return element("div", { class: "panel-top" }, shape, element("span", {}, kind), close);
  };

  /** @param {number} node */
  const node = (node) => {
    const label = Nodes.label(node);
    const heading = element("h2", {}, element("span", { class: "clamp" }, nodeName(node)));
    const go = element("button", { type: "button", "data-show": node }, Words.t("panel.showNetwork"));
    const group = Choice.view() === "network" ? Groups.around(node) : undefined;
    const together = group === undefined ? null : element("button", { type: "button", "data-group": group }, Words.t("groups.here"));
    const shown = Choice.view() !== "network" && Picture.has(node) ? go : together;
    const action = shown && element("p", { class: "panel-actions" }, shown);
    panel.replaceChildren(
      ...[top(Words.t(`label.${label}`), labelShape(label)), heading, action, facts(node), measures(node), ties(node), sources(node)]
        .filter((child) => child !== null));
  };

  const show = () => {
    const chosen = Choice.node();
    const other = chosen === null ? others.map((make) => make()).find((children) => children !== null) : null;
    if (chosen !== null) node(chosen);
    else if (other) panel.replaceChildren(...other);
    else nothing();
    document.body.dataset.chosen = String(chosen !== null || Boolean(other));
  };

  /** Where to begin, while nothing is chosen. */
  const nothing = () => {
    const m = DATA.measures;
    const bridges = m.organisation.slice(0, BEGIN_WITH).filter((_, i) => m.betweenness[i] > 0);
    const gaps = [...document.querySelectorAll("#watch > li:not([hidden]) .watch-item")].slice(0, BEGIN_WITH).map((gap) => gap.cloneNode(true));
    panel.replaceChildren(
      element("p", { class: "note" }, Words.t("panel.hint")),
      element("p", { class: "note" }, Words.t("panel.hintSearch")),
      ...(bridges.length ? [part(Words.t("panel.bridges"), list(bridges, (node) => element("li", {}, nodeLink(node)), "ends"))] : []),
      ...(gaps.length ? [part(Words.t("coverage.watch"), list(gaps, (gap) => element("li", {}, gap), "watch"))] : []),
    );
  };

  Start.with(() => {
    State.on("choice", () => {
      show();
      panel.scrollTop = 0;
      // Where there is no room beside the picture, the panel stands below it.
      if (matchMedia("(max-width: 820px)").matches && document.body.dataset.chosen === "true") panel.scrollIntoView();
    });
    for (const event of /** @type {const} */ (["view", "lang", "groups"])) State.on(event, show);
  });

  return {
    /** Let a view say what is shown while no node is chosen; nothing of it is when it gives null. @param {() => Node[] | null} make */
    add: (make) => others.push(make),
    fact,
    part,
    list,
    top,
  };
})();
