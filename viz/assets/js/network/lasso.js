"use strict";

/** A line drawn around nodes, which selects them: with Shift held down, or, as touch has no Shift, by a button. */
const Lasso = (() => {
  // On the screen: a shorter line is a press.
  const LEAST = 6;
  const container = byId("network");
  const button = byId("lasso");
  const path = /** @type {SVGPathElement} */ (/** @type {any} */ (document.getElementById("lasso-line")));
  const plane = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  /** The line that is being drawn, on the screen. @type {{pointer: number, points: Array<{x: number, y: number}>} | null} */
  let line = null;

  const isOn = () => button.getAttribute("aria-pressed") === "true";

  /** @param {boolean} on */
  const turn = (on) => {
    button.setAttribute("aria-pressed", String(on));
    byId("lasso-hint").hidden = !on;
    container.classList.toggle("lassoing", on);
    Live.say(Words.t(on ? "network.lassoOn" : "network.lassoOff"));
  };

  const show = () => path.setAttribute("d", line ? `M${line.points.map(({ x, y }) => `${x} ${y}`).join("L")}Z` : "");

  const drop = () => {
    line = null;
    show();
  };

  const isShort = () => {
    const [first, ...others] = line?.points ?? [];
    return others.every(({ x, y }) => Math.hypot(x - first.x, y - first.y) < LEAST);
  };

  /** What stands within the line. */
  const inside = () => {
    const around = new Path2D(path.getAttribute("d") ?? "");
    return Scene.shown().filter((node) => {
      const { x, y } = Scene.network().canvasToDOM(node);
      return plane.isPointInPath(around, x, y);
    });
  };

  /** Keep a press to ourselves: vis-network, which would move the picture, never hears of it. @param {PointerEvent} event */
  const begin = (event) => {
    if (!Scene.network() || event.button || !(line || isOn() || event.shiftKey)) return;
    event.stopImmediatePropagation();
    if (line) return;
    line = { pointer: event.pointerId, points: [Picture.point(event)] };
    container.setPointerCapture(event.pointerId);
  };

  /** @param {PointerEvent} event */
  const stretch = (event) => {
    if (event.pointerId !== line?.pointer) return;
    line.points.push(Picture.point(event));
    show();
  };

  /** @param {PointerEvent} event */
  const end = (event) => {
    if (event.pointerId !== line?.pointer) return;
    const node = Picture.at(line.points[0]);
    if (!isShort()) Selected.add(inside());
    else if (node !== null && node >= 0) Selected.toggle(node);
    else if (node !== null) Selected.add([/** @type {Placed} */ (Groups.by(node))]);
    drop();
  };

  /** @param {KeyboardEvent} event */
  const leave = (event) => {
    if (event.key !== "Escape" || !(line || isOn())) return;
    event.preventDefault();
    event.stopPropagation();
    drop();
    if (isOn()) turn(false);
  };

  Start.with(() => {
    button.addEventListener("click", () => turn(!isOn()));
    container.addEventListener("pointerdown", begin, { capture: true });
    container.addEventListener("pointermove", stretch);
    container.addEventListener("pointerup", end);
    container.addEventListener("pointercancel", drop);
    document.addEventListener("keydown", leave, { capture: true });
  });
})();
