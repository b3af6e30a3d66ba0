"use strict";

/** The part of the map in sight: moved and magnified by wheel, drag, two fingers, keys and buttons. The address keeps it. */
const Sight = (() => {
  State.declare("mapat");
  const NEAREST = 12;
  const STEP = 1.4;
  const map = /** @type {SVGSVGElement | null} */ (byId("map"));
  const whole = (map?.getAttribute("viewBox") ?? "0 0 1 1").split(" ").map(Number);
  /** @type {Map<number, {x: number, y: number}>} */
  const fingers = new Map();
  let moved = false;

  /** Left, top, width and height in sight. @returns {number[]} */
  const now = () => {
    const [x, y, factor] = State.get("mapat").split(" ").map(Number);
    if (![x, y, factor].every(Number.isFinite) || factor <= 1) return whole;
    const nearer = Math.min(factor, NEAREST);
    return [x, y, whole[2] / nearer, whole[3] / nearer];
  };

  /** @param {number} x @param {number} y @param {number} factor */
  const look = (x, y, factor) => {
    const nearer = Math.min(NEAREST, Math.max(1, factor));
    const [width, height] = [whole[2] / nearer, whole[3] / nearer];
    const left = Math.min(whole[0] + whole[2] - width, Math.max(whole[0], x));
    const top = Math.min(whole[1] + whole[3] - height, Math.max(whole[1], y));
    State.set("mapat", nearer <= 1.001 ? [] : `${left.toFixed(1)} ${top.toFixed(1)} ${nearer.toFixed(3)}`);
  };

  const factor = () => whole[2] / now()[2];

  /** A point of the screen on the map. @param {{x: number, y: number}} at */
  const onMap = ({ x, y }) => {
    const matrix = map?.getScreenCTM()?.inverse();
    return new DOMPoint(x, y).matrixTransform(matrix);
  };

  /** Magnify about a point of the map. @param {number} by @param {{x: number, y: number}} [about] */
  const zoom = (by, about) => {
    const [x, y, width, height] = now();
    const at = about ?? { x: x + width / 2, y: y + height / 2 };
    const to = Math.min(NEAREST, Math.max(1, factor() * by));
    const shrink = factor() / to;
    look(at.x - (at.x - x) * shrink, at.y - (at.y - y) * shrink, to);
  };

  /** @param {number} across @param {number} down In units of the map. */
  const move = (across, down) => {
    const [x, y] = now();
    look(x + across, y + down, factor());
  };

  /** Bring a point into sight. @param {number} x @param {number} y */
  const bring = (x, y) => {
    const [left, top, width, height] = now();
    if (x < left || x > left + width || y < top || y > top + height) look(x - width / 2, y - height / 2, factor());
  };

  /** @param {WheelEvent} event */
  const onWheel = (event) => {
    // Out of the whole map the wheel scrolls the page.
    if (event.deltaY > 0 && factor() <= 1) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? STEP : 1 / STEP, onMap({ x: event.clientX, y: event.clientY }));
  };

  /** @param {PointerEvent} event */
  const onMove = (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const after = { x: event.clientX, y: event.clientY };
    if (!moved && Math.hypot(after.x - before.x, after.y - before.y) < 4) return;
    moved = true;
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const middle = onMap({ x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 });
      zoom(Math.hypot(after.x - other.x, after.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y)), middle);
    } else if (factor() > 1) {
      const [a, b] = [onMap(before), onMap(after)];
      move(a.x - b.x, a.y - b.y);
    }
    fingers.set(event.pointerId, after);
  };

  /** @param {PointerEvent} event */
  const onUp = (event) => {
    fingers.delete(event.pointerId);
  };

  const show = () => {
    map?.setAttribute("viewBox", now().join(" "));
    map?.classList.toggle("near", factor() > 1);
  };

  Start.with(() => {
    if (!map) return;
    State.on("mapat", show);
    map.addEventListener("wheel", onWheel, { passive: false });
    map.addEventListener("pointerdown", (event) => {
      if (!fingers.size) moved = false;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    });
    map.addEventListener("pointermove", onMove);
    for (const name of /** @type {const} */ (["pointerup", "pointercancel", "pointerleave"])) map.addEventListener(name, onUp);
    byId("map-in").addEventListener("click", () => zoom(STEP));
    byId("map-out").addEventListener("click", () => zoom(1 / STEP));
    byId("map-fit").addEventListener("click", () => State.set("mapat", []));
  });

  return {
    zoom,
    bring,
    STEP,
    /** Whether the last press moved the map rather than chose something. */
    hasMoved: () => moved,
    fit: () => State.set("mapat", []),
    /** Pixels a unit of the map. */
    scale: () => (map?.clientWidth ? Math.min(map.clientWidth / now()[2], map.clientHeight / now()[3]) : 1),
  };
})();
