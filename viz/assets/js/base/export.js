"use strict";

/** The view that is open as a file: a picture with its title, filter, legend and credits, or its table. */
const Export = (() => {
  const EDGE = 24;
  const HEAD = 64;
  const LINE = 19;
  const MOST_CREDITS = 12;
  // Beyond these a browser makes no canvas.
  const MOST_PIXELS = 60e6;
  const LONGEST_SIDE = 14_000;
  /** What views give instead of the tables that stand in them. @type {Map<string, () => string[][]>} */
  const tables = new Map();

  const section = () => byId(`view-${Choice.view()}`);

  /** @param {string} text @param {number} x @param {number} y @param {number} size @param {boolean} [strong] */
  const line = (text, x, y, size, strong = false) => {
    const look = getComputedStyle(document.documentElement);
    const attributes = { x, y, fill: look.color, "font-family": look.fontFamily, "font-size": `${size}px`, "font-weight": strong ? "700" : "400" };
    return Drawing.make("text", attributes, text);
  };

  /** The view's legend beside it: the pieces of its part of the rail, in columns as high as the view. @param {number} high */
  const legend = (high) => {
    const pieces = [...document.querySelectorAll("[data-rail]:not([hidden]) > *")].map(Drawing.of).filter(({ height }) => height > 0);
    const most = Math.max(high, ...pieces.map(({ height }) => height));
    let [x, y, wide] = [0, 0, 0];
    return pieces.map((piece) => {
      if (y + piece.height > most) [x, y, wide] = [x + wide + EDGE, 0, 0];
      const placed = { ...piece, x, y };
      [y, wide] = [y + piece.height + EDGE, Math.max(wide, piece.width)];
      return placed;
    });
  };

  /** @returns {SVGSVGElement} */
  const svg = () => {
    const body = Drawing.of(section());
    const parts = legend(body.height);
    const below = Caption.credits().slice(0, MOST_CREDITS);
    const beside = parts.reduce((most, { x, width }) => Math.max(most, x + width), 0);
    const high = parts.reduce((most, { y, height }) => Math.max(most, y + height), body.height);
    const width = Math.ceil(body.width + (beside ? beside + EDGE : 0) + 2 * EDGE);
    const height = Math.ceil(HEAD + EDGE + high + EDGE + (below.length + 1) * LINE);
    const drawn = /** @type {SVGSVGElement} */ (Drawing.make("svg", { width, height, viewBox: `0 0 ${width} ${height}` }));
    drawn.setAttribute("lang", Words.language());
    drawn.append(
      Drawing.make("title", {}, `${Caption.title()} ${Caption.view()}`),
      Drawing.make("rect", { width, height, fill: getComputedStyle(document.documentElement).backgroundColor }),
      line(`${Caption.title()} — ${Caption.view()}`, EDGE, 36, 20, true),
      line([Caption.filtered(), Caption.day()].filter(Boolean).join(" — "), EDGE, 60, 13),
      Drawing.make("g", { transform: `translate(${EDGE} ${HEAD + EDGE})` }, body.group),
    );
    for (const { x, y, group } of parts) {
      drawn.append(Drawing.make("g", { transform: `translate(${2 * EDGE + body.width + x} ${HEAD + EDGE + y})` }, group));
    }
    below.forEach((credit, i) => void drawn.append(line(credit, EDGE, HEAD + 2 * EDGE + high + (i + 1) * LINE, 12)));
    return drawn;
  };

  const text = () => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg())}`;

  /** @returns {Promise<Blob | null>} */
  const png = async () => {
    const drawn = svg();
    const [width, height] = ["width", "height"].map((name) => Number(drawn.getAttribute(name)));
    const scale = Math.min(2, LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
    const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(drawn)], { type: "image/svg+xml" }));
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
      canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((done) => canvas.toBlob(done));
    } finally {
      URL.revokeObjectURL(address);
    }
  };

  /** What stands in a cell: figures and their notes kept apart. @param {Node} node @returns {string} */
  const said = (node) => (node instanceof Text ? node.data : [...node.childNodes].map(said).join(" ")).replace(/\s+/g, " ").trim();

  /** @param {HTMLTableElement} table */
  const rows = (table) =>
    [...table.rows]
      .filter((row) => row.offsetParent !== null)
      .map((row) => [...row.cells].flatMap((cell) => [said(cell), ...Array(cell.colSpan - 1).fill("")]));

  const standing = () => /** @type {HTMLTableElement[]} */ ([...section().querySelectorAll("table")]).filter((table) => table.offsetParent !== null);

  const hasTable = () => tables.has(Choice.view()) || standing().length > 0;

  /** @returns {string[][]} */
  const csv = () => tables.get(Choice.view())?.() ?? standing().flatMap((table, i) => [...(i ? [[]] : []), ...rows(table)]);

  /** A file's name tells its view and the day of its data. @param {string} kind */
  const fileName = (kind) => `${["tsunagari", Caption.view(), byId("footer").dataset.day].join("-").replace(/[\\/:*?"<>|\s]+/g, "_")}.${kind}`;

  const SAVES = {
    svg: async () => save(new Blob([text()], { type: "image/svg+xml" }), fileName("svg")),
    png: async () => {
      const blob = await png();
      if (blob) save(blob, fileName("png"));
    },
    csv: async () => Csv.save(csv(), fileName("csv")),
  };

  /** @param {keyof typeof SAVES} kind */
  const saveAs = async (kind) => {
    await SAVES[kind]();
    Live.say(Words.t("tools.saved", { name: fileName(kind) }), { seen: true });
  };

  Start.with(() => {
    byId("save-menu").addEventListener("toggle", () => {
      document.querySelector("[data-save=csv]")?.toggleAttribute("disabled", !hasTable());
    });
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-save]"))) {
      button.addEventListener("click", () => saveAs(/** @type {keyof typeof SAVES} */ (button.dataset.save)));
    }
  });

  return {
    /** Let a view say what stands in its CSV. @param {string} view @param {() => string[][]} give */
    table: (view, give) => tables.set(view, give),
    save: saveAs,
    text,
    png,
    csv,
    fileName,
  };
})();
