"use strict";

/** The map by pointer and by keyboard: one stop of the Tab key, arrows to the next shape that way, Enter chooses. */
const Walk = (() => {
  const map = byId("map");

  /** What an element of the map stands for, or null. @param {Element | null} element @returns {number | null} */
  const nodeOf = (element) => {
    const found = /** @type {SVGElement | null} */ (element?.closest("[data-area], [data-point]"));
    return found ? Number(found.dataset.area ?? found.dataset.point) : null;
  };

  /** The middle of an element on the screen. @param {Element} element */
  const middle = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };

  /** Everything that can be walked to. @returns {SVGElement[]} */
  const stops = () => [...AreaMap.shown(), ...map.querySelectorAll("[data-point]")];

  /** The nearest stop in a direction, what lies straight that way being nearer. @param {Element} from @param {number} across @param {number} down */
  const next = (from, across, down) => {
    const here = middle(from);
    /** @type {SVGElement | null} */
    let best = null;
    let least = Number.POSITIVE_INFINITY;
    for (const stop of stops()) {
      const there = middle(stop);
      const ahead = (there.x - here.x) * across + (there.y - here.y) * down;
      const aside = Math.abs((there.x - here.x) * down) + Math.abs((there.y - here.y) * across);
      if (stop === from || ahead <= 1 || aside > 2 * ahead || ahead + 2 * aside >= least) continue;
      [best, least] = [stop, ahead + 2 * aside];
    }
    return best;
  };

  /** @param {SVGElement} stop */
  const rove = (stop) => {
    for (const other of map.querySelectorAll('[tabindex="0"]')) other.setAttribute("tabindex", "-1");
    stop.setAttribute("tabindex", "0");
    stop.focus();
    const area = stop.dataset.area;
    if (area) Sight.bring(Areas.spot(Number(area)).x, Areas.spot(Number(area)).y);
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    /** @type {Record<string, [number, number]>} */
    const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    /** @type {Record<string, () => void>} */
    const keys = { "+": () => Sight.zoom(Sight.STEP), ";": () => Sight.zoom(Sight.STEP), "-": () => Sight.zoom(1 / Sight.STEP), "0": Sight.fit };
    const from = /** @type {Element} */ (event.target);
    const node = nodeOf(from);
    if (event.key in ways) {
      const to = next(from, ...ways[event.key]);
      if (to) rove(to);
    } else if (event.key in keys) keys[event.key]();
    else if ((event.key === "Enter" || event.key === " ") && node !== null) Choice.choose(node);
    else return;
    event.preventDefault();
  };

  /** One shape of those shown stays in the order of the Tab key. */
  const keepStop = () => {
    const shown = stops();
    if (shown.some((stop) => stop.getAttribute("tabindex") === "0")) return;
    for (const other of map.querySelectorAll('[tabindex="0"]')) other.setAttribute("tabindex", "-1");
    shown[0]?.setAttribute("tabindex", "0");
  };

  Start.with(() => {
    if (!map) return;
    State.on("any", keepStop);
    map.addEventListener("keydown", onKey);
    map.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      const node = nodeOf(/** @type {Element} */ (event.target));
      if (node !== null && !Sight.hasMoved()) Choice.choose(node);
    });
    map.addEventListener("mousemove", (/** @type {MouseEvent} */ event) => {
      const under = /** @type {SVGElement} */ (/** @type {Element} */ (event.target).closest("[data-said], [data-area]"));
      Tip.show(under?.dataset.said ?? under?.getAttribute("aria-label") ?? "", event);
    });
    map.addEventListener("mouseleave", () => Tip.hide());
  });
})();
