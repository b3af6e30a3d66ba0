"use strict";

/** The municipalities of the map: which are shown, and what lies in each. */
const Areas = (() => {
  State.declare("mapby", { otherwise: ["organisations"] });
  State.declare("mapunit", { otherwise: ["city"] });
  const HELD = { Need: "HAS_NEED", Resource: "OFFERS" };
  const { node: nodes, unit: units, x, y, room } = DATA.map?.areas ?? { node: [], unit: [], x: [], y: [], room: [] };
  const numbers = new Map(nodes.map((node, i) => [node, i]));

  /** Where an organisation is, or where something takes place or its holder is. @param {number} node @returns {Set<number>} */
  const placesOf = (node) => {
    const held = /** @type {Record<string, string>} */ (HELD)[Nodes.label(node)];
    const found = Ties.targets(node, "LOCATED_IN", "TAKES_PLACE_IN");
    if (held) {
      const holders = Ties.of(node).filter((tie) => Ties.type(tie) === held && Ties.end(tie) === node).map((tie) => Ties.start(tie));
      for (const holder of holders) found.push(...(Nodes.label(holder) === "Municipality" ? [holder] : Ties.targets(holder, "LOCATED_IN")));
    }
    return new Set(found);
  };

  /** Municipality to its nodes of a label, made when first asked for. @type {Map<string, Map<number, number[]>>} */
  const found = new Map();

  /** @param {string} label */
  const byPlace = (label) => {
    const table = DATA.nodes[label];
    const made = found.get(label) ?? /** @type {Map<number, number[]>} */ (new Map());
    if (found.has(label) || !table) return made;
    for (let node = table.first; node < table.first + table.count; node++) {
      for (const place of placesOf(node)) made.set(place, [...(made.get(place) ?? []), node]);
    }
    found.set(label, made);
    return made;
  };

  /** A municipality and its wards. @type {Map<number, Set<number>>} */
  const parts = new Map();

  /** @param {number} area */
  const partsOf = (area) => {
    const known = parts.get(area) ?? Filter.within([area], "PART_OF");
    parts.set(area, known);
    return known;
  };

  /** All municipalities of the unit shown, those without a shape too. @returns {number[]} */
  const all = () => {
    const table = DATA.nodes.Municipality;
    const every = Array.from({ length: table?.count ?? 0 }, (_, i) => table.first + i);
    return every.filter((node) => {
      const isWard = Ties.targets(node, "PART_OF").length > 0;
      return unit() === "city" ? !isWard : isWard || partsOf(node).size === 1;
    });
  };

  /** Cells are of municipalities, not of wards. */
  const unit = () => (isOfCells() || State.get("mapunit") !== "ward" ? "city" : "ward");
  const isOfCells = () => ["gaps", "covered", "unknown"].includes(State.get("mapby"));

  return {
    all,
    unit,
    isOfCells,
    partsOf,
    /** Whether a shape is shown now. @param {number} node */
    isShown: (node) => [unit(), "both"].includes(units[numbers.get(node) ?? -1]),
    /** @param {number} node */
    has: (node) => numbers.has(node),
    /** Where words about a municipality have room. @param {number} node */
    spot: (node) => {
      const i = numbers.get(node) ?? 0;
      return { x: x[i], y: y[i], room: room[i] };
    },
    /** The area of the unit shown in which a municipality lies, or null. @param {number} place @returns {number | null} */
    around: (place) => {
      let at = place;
      for (let i = 0; i < 3 && !(numbers.has(at) && [unit(), "both"].includes(units[numbers.get(at) ?? 0])); i++) {
        at = Ties.targets(at, "PART_OF")[0] ?? at;
      }
      return numbers.has(at) && [unit(), "both"].includes(units[numbers.get(at) ?? 0]) ? at : null;
    },
    /** Nodes of a label in a municipality or its wards. @param {number} area @param {string} label */
    nodes: (area, label) => new Set([...partsOf(area)].flatMap((place) => byPlace(label).get(place) ?? [])),
    /** Whether the filter narrows to other municipalities. @param {number} area */
    isOut: (area) => ![...partsOf(area)].some((place) => Filter.names(place)),
    /** A name without that of the city before or after it. @param {number} area */
    shortName: (area) => {
      const [city] = Ties.targets(area, "PART_OF");
      const name = Words.name(area);
      if (city === undefined) return name;
      return name.startsWith(Words.name(city)) ? name.slice(Words.name(city).length).trim() || name : name.split(", ")[0];
    },
  };
})();
