"use strict";

/** What the table can say of a node or a tie: columns that are always there, and one for each property besides. */
const Columns = (() => {
  const UNLISTED = new Set(["id", "name"]);

  /** @param {Iterable<string>} texts */
  const joined = (texts) => [...new Set(texts)].join(Words.language() === "ja" ? "、" : ", ");

  /** @param {number[]} nodes */
  const names = (nodes) => joined(nodes.map(Words.name));

  /** The first property of `wanted` that has a value, in words. @param {string} table @param {string[]} wanted @param {(name: string) => Value} value */
  const first = (table, wanted, value) => {
    const property = wanted.find((name) => value(name) !== null);
    return property ? Words.value(table, property, value(property)) : "";
  };

  /** @param {number} node */
  const detail = (node) =>
    first(Nodes.label(node), ["sector", "kind", "targetGroup", "outcome", "publisher"], (name) => Nodes.value(node, name));

  /** @param {number} tie */
  const tieDetail = (tie) => first(Ties.type(tie), ["kind", "role", "status"], (name) => Ties.value(tie, name));

  /** @type {Record<"nodes" | "ties", Record<string, Column>>} */
  const ALWAYS = {
    nodes: {
      name: { text: (node) => Words.name(node), node: (node) => node },
      kind: { look: "short", text: (node) => Words.t(`label.${Nodes.label(node)}`) },
      detail: { text: detail },
      municipality: { text: (node) => names(Ties.targets(node, "LOCATED_IN", "TAKES_PLACE_IN", "PART_OF")) },
      theme: { text: (node) => names(Ties.targets(node, "WORKS_ON", "ADDRESSES", "BROADER")) },
      degree: { look: "number", text: (node) => String(Ties.of(node).length), value: (node) => Ties.of(node).length },
      id: { look: "id", text: (node) => Nodes.id(node) },
    },
    ties: {
      start: { text: (tie) => Words.name(Ties.start(tie)), node: (tie) => Ties.start(tie) },
      kind: { look: "short", text: (tie) => Words.t(`type.${Ties.type(tie)}`) },
      end: { text: (tie) => Words.name(Ties.end(tie)), node: (tie) => Ties.end(tie) },
      detail: { text: tieDetail },
      confirmedOn: { look: "short", text: (tie) => String(Ties.value(tie, "confirmedOn") ?? "") },
      confirmedBy: { text: (tie) => String(Ties.value(tie, "confirmedBy") ?? "") },
    },
  };

  const tables = { nodes: DATA.nodes, ties: DATA.ties };

  /** @param {string} table @param {string} property @param {Value} value */
  const said = (table, property, value) => {
    if (value === null) return "";
    if (property !== "sources" || !Array.isArray(value)) return Words.value(table, property, value);
    return joined(value.map((id) => (Nodes.number(id) === undefined ? id : Words.name(Number(Nodes.number(id))))));
  };

  /** @param {"nodes" | "ties"} listed @param {string} property @returns {Column} */
  const more = (listed, property) => {
    const [label, value] = listed === "nodes" ? [Nodes.label, Nodes.value] : [Ties.type, Ties.value];
    return {
      text: (row) => said(label(row), property, value(row, property)),
      value: (row) => {
        const found = value(row, property);
        return typeof found === "number" ? found : said(label(row), property, found);
      },
    };
  };

  /** Tables that have a property. @param {"nodes" | "ties"} listed @param {string} property */
  const having = (listed, property) => Object.keys(tables[listed]).filter((name) => property in tables[listed][name].columns);

  /** Properties that no column says already. @param {"nodes" | "ties"} listed @param {string} kind A label or type, or all. */
  const others = (listed, kind) => {
    const wanted = kind in tables[listed] ? [kind] : Object.keys(tables[listed]);
    const all = new Set(wanted.flatMap((name) => Object.keys(tables[listed][name].columns)));
    return [...all].filter((property) => !UNLISTED.has(property) && !(property in ALWAYS[listed]));
  };

  /** @param {"nodes" | "ties"} listed @param {string} column */
  const title = (listed, column) =>
    column in ALWAYS[listed] ? Words.t(`table.${column}`) : Words.t(`property.${having(listed, column)[0]}.${column}`);

  return {
    others,
    title,
    /** The columns shown, by name. @param {"nodes" | "ties"} listed @param {string[]} besides @returns {Record<string, Column>} */
    of: (listed, besides) => {
      const known = others(listed, "").filter((property) => besides.includes(property));
      return { ...ALWAYS[listed], ...Object.fromEntries(known.map((property) => [property, more(listed, property)])) };
    },
  };
})();
