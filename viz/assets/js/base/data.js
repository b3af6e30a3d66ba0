"use strict";

/** The page's data, read once from its inert block. @type {PageData} */
const DATA = Packing.opened(JSON.parse(/** @type {string} */ (document.getElementById("data")?.textContent)));

/** Nodes by number. */
const Nodes = (() => {
  /** @type {string[]} */
  const labels = [];
  for (const [label, table] of Object.entries(DATA.nodes)) {
    for (let i = 0; i < table.count; i++) labels.push(label);
  }
  /**
   * @param {number} node
   * @param {string} property
   * @returns {Value}
   */
  const value = (node, property) => {
    const table = DATA.nodes[labels[node]];
    return table.columns[property]?.[node - table.first] ?? null;
  };
  const numbers = new Map(labels.map((_, node) => [String(value(node, "id")), node]));
  return {
    count: labels.length,
    value,
    /** @param {number} node */
    label: (node) => labels[node],
    /** @param {number} node */
    id: (node) => String(value(node, "id")),
    /** @param {string} id */
    number: (id) => numbers.get(id),
    /** Properties that any node of the label has. @param {number} node */
    properties: (node) => Object.keys(DATA.nodes[labels[node]].columns),
  };
})();

/** Ties by number, and those of each node. */
const Ties = (() => {
  const types = Object.keys(DATA.ties);
  /** @type {string[]} */
  const typeOf = [];
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  for (const type of types) {
    const table = DATA.ties[type];
    for (let i = 0; i < table.count; i++) {
      typeOf.push(type);
      starts.push(table.start[i]);
      ends.push(table.end[i]);
    }
  }
  /** @type {number[][]} */
  const around = Array.from({ length: Nodes.count }, () => []);
  for (let tie = 0; tie < typeOf.length; tie++) {
    around[starts[tie]].push(tie);
    around[ends[tie]].push(tie);
  }
  return {
    count: typeOf.length,
    types,
    /** @param {number} tie */
    type: (tie) => typeOf[tie],
    /** @param {number} tie */
    start: (tie) => starts[tie],
    /** @param {number} tie */
    end: (tie) => ends[tie],
    /** @param {number} node */
    of: (node) => around[node],
    /** The end of a tie that is not `node`. @param {number} tie @param {number} node */
    other: (tie, node) => (starts[tie] === node ? ends[tie] : starts[tie]),
    /** @param {number} tie @param {string} property @returns {Value} */
    value: (tie, property) => {
      const table = DATA.ties[typeOf[tie]];
      return table.columns[property]?.[tie - table.first] ?? null;
    },
    /** @param {number} tie */
    properties: (tie) => Object.keys(DATA.ties[typeOf[tie]].columns),
    /** Ends of the ties of one of `types` that begin at a node. @param {number} node @param {string[]} kinds */
    targets: (node, ...kinds) =>
      around[node].filter((tie) => starts[tie] === node && kinds.includes(typeOf[tie])).map((tie) => ends[tie]),
  };
})();
