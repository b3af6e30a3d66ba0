"use strict";

/** Arcs beside the list of themes: which of them the same members work on, those beyond chance drawn solid. */
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const MOST = 40;
  const WIDEST = 5;
  const frame = byId("arcs");
  const pairs = DATA.themes?.pairs;

  /** The pairs to draw, by row: more in common than expected, the least likely first. @returns {number[]} */
  const chosen = () => {
    const rows = (pairs?.theme ?? []).map((_, row) => row).filter((row) => pairs && pairs.lift[row] > 1);
    return rows.slice(0, MOST);
  };

  /** Where the row of a theme stands, or null where it is left out. @param {number} theme */
  const height = (theme) => {
    const row = document.querySelector(`#themes-arcs [data-theme="${theme}"]`);
    return row instanceof HTMLElement && !row.hidden ? row.offsetTop + row.offsetHeight / 2 : null;
  };

  /** @param {number} from @param {number} to @param {number} row @param {number} scale */
  const arc = (from, to, row, scale) => {
    if (!pairs) return null;
    const drawn = document.createElementNS(SVG, "path");
    const wide = Math.abs(to - from) * scale;
    drawn.setAttribute("d", `M0 ${from}C${wide} ${from} ${wide} ${to} 0 ${to}`);
    drawn.setAttribute("stroke-width", String(Math.min(WIDEST, 0.8 + (pairs.common[row] - pairs.expected[row]) / 2)));
    const ends = [pairs.theme[row], pairs.other[row]];
    const near = ends.includes(Choice.node() ?? -1);
    drawn.setAttribute("class", `arc${pairs.validated[row] ? " arc-beyond" : ""}${near ? " arc-near" : ""}`);
    drawn.dataset.row = String(row);
    return drawn;
  };

  const draw = () => {
    if (!frame || !pairs || Choice.view() !== "themes") return;
    const list = /** @type {HTMLElement} */ (frame.previousElementSibling);
    frame.setAttribute("height", String(list.offsetHeight));
    const places = chosen().map((row) => ({ row, from: height(pairs.theme[row]), to: height(pairs.other[row]) }));
    const there = places.filter(({ from, to }) => from !== null && to !== null);
    const longest = Math.max(1, ...there.map(({ from, to }) => Math.abs(Number(to) - Number(from))));
    // A curve reaches three quarters of the way to its handles.
    const scale = (frame.clientWidth - WIDEST) / 0.75 / longest;
    const arcs = there.map(({ row, from, to }) => arc(Number(from) - list.offsetTop, Number(to) - list.offsetTop, row, scale));
    frame.replaceChildren(...arcs.filter((drawn) => drawn !== null).sort((a, b) => a.classList.length - b.classList.length));
  };

  /** @param {any} event */
  const onMove = (event) => {
    const row = Number(event.target.dataset?.row ?? -1);
    if (!pairs || row < 0) return Tip.show("", event);
    const names = { theme: { node: pairs.theme[row] }, other: { node: pairs.other[row] } };
    Tip.show(Words.t("themes.arc", { ...names, n: pairs.common[row], expected: Words.number(pairs.expected[row], 1) }), event);
  };

  Start.with(() => {
    if (!frame) return;
    for (const event of ["filter", "choice", "view", "lang"]) State.on(event, () => requestAnimationFrame(draw));
    addEventListener("resize", draw);
    frame.addEventListener("mousemove", onMove);
    frame.addEventListener("mouseleave", () => Tip.hide());
  });
})();
