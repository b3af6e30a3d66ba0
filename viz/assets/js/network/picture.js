"use strict";

/** The network picture: what happens in it when it is pointed at, and what the rest of the page asks of it. */
const Picture = (() => {
  const container = byId("network");
  const TWICE = 600;
  const NEAR = 12;
  /** The node pressed last, which a second press opens though the picture has moved on since. */
  let pressed = { node: -1, at: 0, x: 0, y: 0 };
  /** A pinned node that is being moved. @type {Placed | null} */
  let held = null;

  const open = () => {
    Library.run();
    const network = Scene.open(container);
    // vis-network draws by its keys, of which numbers below zero come last: groups would stand before nodes.
    const order = () => network.body.nodeIndices.sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
    order();
    network.on("_dataUpdated", order);
    // The picture as a whole takes the focus, with keys of its own.
    const inner = container.querySelector(".vis-network");
    inner?.setAttribute("tabindex", "-1");
    network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ ctx) => Motion.isMoving() || Overlay.draw(ctx));
    network.on("click", (/** @type {any} */ event) => isLong(event) || press(event));
    network.on("doubleClick", () => pressed.node >= 0 && performance.now() - pressed.at < TWICE && Expansion.open(pressed.node));
    network.on("hold", (/** @type {any} */ event) => {
      const node = isLong(event) ? at(event.pointer.DOM) : null;
      if (node !== null && node >= 0) Selected.toggle(node);
    });
    renew();
    Camera.fit(false);
    if (Choice.node() !== null) aim();
  };

  /** Whether a finger rests on the picture, which vis-network takes for a click too. A mouse's button may be pressed slowly. @param {any} event */
  const isLong = ({ event }) => event.type === "press" && event.pointerType !== "mouse";

  /** @param {any} event */
  const press = (event) => {
    const { x, y } = event.pointer.DOM;
    const node = at({ x, y });
    const again = pressed.node >= 0 && performance.now() - pressed.at < TWICE;
    if (again && Math.hypot(x - pressed.x, y - pressed.y) < NEAR) return;
    pressed = { node: node ?? -1, at: performance.now(), x, y };
    const { ctrlKey, metaKey } = event.event.srcEvent ?? {};
    if (node !== null && node < 0) Groups.toggle(Groups.by(node)?.group ?? "");
    else if (node !== null && (ctrlKey || metaKey)) Selected.toggle(node);
    else if (node === null) Choice.clear();
    else Choice.choose(node);
  };

  /** Work out again what is shown and what stands out. */
  const renew = () => {
    if (!Scene.network()) return;
    Pins.apply();
    Route.find();
    Focus.find();
    Proposed.find();
    byId("none-shown").hidden = Scene.shown().length > 0 || Scene.isEmpty();
    Route.tell();
    Bar.show();
    Overlay.stale();
  };

  const aim = () => {
    if (Focus.nodes().length) Camera.aim(Focus.nodes());
    else Camera.back();
  };

  /** The node at a point of the screen, pinned and in focus first. @param {{x: number, y: number}} point @returns {number | null} */
  const at = (point) => {
    const spot = Scene.network().DOMtoCanvas(point);
    const reach = 5 / Scene.network().getScale();
    const near = (/** @type {Placed} */ node) => Math.hypot(node.x - spot.x, node.y - spot.y) < node.size + reach;
    const among = Focus.nodes().length ? Focus.nodes() : Scene.shown();
    // A node stands before the group that it lies over.
    return (Pins.nodes().find(near) ?? among.find((node) => node.id >= 0 && near(node)) ?? among.find(near))?.id ?? null;
  };

  /** @param {MouseEvent} event */
  const point = (event) => {
    const frame = container.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  };

  /** @param {number} node */
  const tip = (node) => {
    const group = node < 0 ? Groups.by(node)?.group : undefined;
    if (group !== undefined) return Words.t("groups.tip", { name: Groups.called(group), n: Groups.shown(group) });
    return `${Labels.shortened(Words.name(node))} (${Words.t(`label.${Nodes.label(node)}`)})`;
  };

  /** @param {MouseEvent} event */
  const hover = (event) => {
    if (!Scene.network() || event.buttons) return;
    const node = at(point(event));
    container.classList.toggle("pointing", node !== null);
    Tip.show(node === null ? "" : tip(node), event);
  };

  /** A press on a pinned node is ours; vis-network, which would move the picture, never hears of it. @param {PointerEvent} event */
  const grasp = (event) => {
    if (!Scene.network() || event.button) return;
    const node = at(point(event));
    const pinned = Pins.nodes().find(({ id }) => id === node);
    if (!pinned) return;
    held = pinned;
    event.stopPropagation();
    container.setPointerCapture(event.pointerId);
  };

  /** @param {PointerEvent} event */
  const drag = (event) => {
    if (!held) return;
    const spot = Scene.network().DOMtoCanvas(point(event));
    Scene.move(held.id, spot.x, spot.y);
  };

  const release = () => {
    const was = held;
    held = null;
    if (!was) return;
    const before = State.all("pinned").join();
    Pins.put(was.id);
    if (before === State.all("pinned").join()) Choice.choose(was.id);
  };

  /** What the screen shows, on a ground. */
  const png = () => {
    const drawn = /** @type {HTMLCanvasElement} */ (container.querySelector("canvas"));
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [drawn.width, drawn.height];
    const ctx = /** @type {CanvasRenderingContext2D} */ (copy.getContext("2d"));
    ctx.fillStyle = Paint.token("canvas");
    ctx.fillRect(0, 0, copy.width, copy.height);
    ctx.drawImage(drawn, 0, 0);
    return copy;
  };

  const listen = () => {
    container.addEventListener("mousemove", hover);
    container.addEventListener("mouseleave", () => Tip.hide());
    container.addEventListener("pointerdown", grasp, { capture: true });
    container.addEventListener("pointermove", drag);
    container.addEventListener("pointerup", release);
    container.addEventListener("pointercancel", release);
    byId("zoom-in").addEventListener("click", () => Camera.zoom(1.35));
    byId("zoom-out").addEventListener("click", () => Camera.zoom(1 / 1.35));
    byId("fit").addEventListener("click", () => Camera.fit(true));
  };

  Start.with(() => {
    State.on("view", () => {
      if (Choice.view() === "network" && !Scene.network()) open();
    });
    State.on("choice", () => {
      Route.end();
      renew();
      aim();
    });
    for (const name of ["path", "steps"]) {
      State.on(name, () => {
        renew();
        aim();
      });
    }
    State.on("filter", () => {
      Scene.refresh();
      renew();
      Camera.fit(true);
    });
    for (const name of ["pinned", "selected", "proposed", "groups", "lang"]) State.on(name, renew);
    for (const name of ["size", "colour"]) {
      State.on(name, () => {
        Scene.dress();
        renew();
      });
    }
    document.addEventListener("scheme", () => {
      Paint.renew();
      Labels.renew();
      Scene.dress();
      renew();
    });
    listen();
  });

  return {
    /** @param {number} node */
    has: (node) => Scene.place(node) !== undefined,
    /** What is shown, groups by numbers below zero. */
    shown: () => Scene.shown().map((node) => node.id),
    at,
    point,
    /** Where a node stands on the screen. @param {number} node */
    spot: (node) => Scene.network().canvasToDOM(Scene.place(node)),
    /** What is in sight, as SVG with names as text. */
    svg: () => Svg.text(),
    png,
  };
})();
