"use strict";

/** Where one looks from: what of the picture is in sight, and how large. */
const Camera = (() => {
  // With more nodes a moving picture stutters, so it jumps.
  const MOVABLE = 2500;
  const MARGIN = 36;
  // Height of what stands over the picture, above and below.
  const BAR = 40;
  const BUTTONS = 24;
  const container = byId("network");
  let fitted = 1;
  /** @typedef {{position: {x: number, y: number}, scale: number}} View */
  /** Where one looked from before something stood out. @type {View | null} */
  let before = null;
  /** Where the eye is moving. @type {View | null} */
  let heading = null;
  let planned = false;

  /** @param {number[]} values */
  const least = (values) => values.reduce((a, b) => Math.min(a, b), Infinity);

  /** @param {View} to @param {boolean} animate */
  const move = (to, animate) => {
    const jumps = Scene.shown().length > MOVABLE || matchMedia("(prefers-reduced-motion: reduce)").matches;
    heading = animate && !jumps ? to : null;
    if (!heading) Scene.network().moveTo(to);
    else if (!planned) queueMicrotask(go);
    planned = heading !== null;
  };

  /** Of moves that begin together, make the last: vis-network would go on with all of them. */
  const go = () => {
    const to = heading;
    planned = false;
    if (!to) return;
    Scene.network().moveTo({ ...to, animation: { duration: 350, easingFunction: "easeInOutQuad" } });
    heading = to;
    Scene.network().once("animationFinished", () => {
      heading = null;
    });
  };

  /** Where one looks from, once the eye rests. @returns {View} */
  const view = () => heading ?? { position: Scene.network().getViewPosition(), scale: Scene.network().getScale() };

  /** Move the eye so that nodes fill the picture. @param {Placed[]} nodes @param {{animate: boolean, most?: number}} options */
  const fill = (nodes, { animate, most = 1.6 }) => {
    if (!Scene.network() || !nodes.length) return 1;
    // A group is so large that its rim counts.
    const ends = nodes.flatMap(({ x, y, size, group }) => (group === undefined ? [[x, y]] : [[x - size, y - size], [x + size, y + size]]));
    const [xs, ys] = [ends.map(([x]) => x), ends.map(([, y]) => y)];
    const [left, right] = [least(xs), -least(xs.map((x) => -x))];
    const [top, bottom] = [least(ys), -least(ys.map((y) => -y))];
    const above = Choice.node() !== null || Selected.ids().length ? BAR : 0;
    // What is told of a way stands beside it, where there is room for both.
    const words = byId("route").offsetWidth;
    const beside = container.clientWidth < 2 * words ? 0 : words * 1.2;
    const wide = (container.clientWidth - 2 * MARGIN - beside) / Math.max(right - left, 1);
    const high = (container.clientHeight - 2 * MARGIN - BUTTONS - above) / Math.max(bottom - top, 1);
    const scale = Math.max(Math.min(wide, high, most), 0.01);
    const position = { x: (left + right - beside / scale) / 2, y: (top + bottom + (BUTTONS - above) / scale) / 2 };
    move({ position, scale }, animate);
    return scale;
  };

  /** Look at nodes, for good. @param {Placed[]} nodes @param {{animate: boolean, most?: number}} options */
  const look = (nodes, options) => {
    before = null;
    return fill(nodes, options);
  };

  /** Look at what stands out, for a while. @param {Placed[]} nodes */
  const aim = (nodes) => {
    if (Scene.network()) before ??= view();
    fill(nodes, { animate: true, most: 1.3 });
  };

  /** Look from where one did before something stood out. */
  const back = () => {
    if (before) move(before, true);
    before = null;
  };

  /** @param {boolean} animate */
  const fit = (animate) => {
    if (Scene.network()) fitted = look(Scene.shown(), { animate });
  };

  /** What of the picture is in sight. @returns {Box} */
  const frame = () => {
    const a = Scene.network().DOMtoCanvas({ x: 4, y: 4 });
    const b = Scene.network().DOMtoCanvas({ x: container.clientWidth - 4, y: container.clientHeight - 4 });
    return [a.x, a.y, b.x, b.y];
  };

  /** @param {Placed[]} nodes */
  const inSight = (nodes) => {
    const [left, top, right, bottom] = frame();
    return nodes.filter(({ x, y }) => x > left && x < right && y > top && y < bottom);
  };

  return {
    look,
    aim,
    back,
    fit,
    frame,
    inSight,
    /** How many times larger than when all is in sight. */
    closeness: () => Math.max(1, Scene.network().getScale() / fitted),
    /** Look at a node from as far as before. @param {Placed} node */
    centre: ({ x, y }) => Scene.network().moveTo({ position: { x, y } }),
    /** @param {number} factor */
    zoom: (factor) => Scene.network()?.moveTo({ scale: Scene.network().getScale() * factor }),
  };
})();
