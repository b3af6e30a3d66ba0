"use strict";

/** The network picture: what happens in it when it is pointed at, and what the rest of the page asks of it. */
const Picture = (() => {
  const container = byId("network");

  const open = () => {
    byId("too-old").hidden = Library.run();
    if (!Library.run()) return;
    const network = Scene.open(container);
    said();
    network.on("afterDrawing", Overlay.draw);
    network.on("click", (/** @type {any} */ event) => {
      const node = at(event.pointer.DOM);
      if (node === null) Choice.clear();
      else if (node < 0) Groups.toggle(Groups.by(node)?.group ?? "");
      else Choice.choose(node);
    });
    Camera.fit(false);
    if (Choice.node() !== null) aim();
  };

  const said = () => {
    byId("none-shown").hidden = Scene.shown().length > 0 || Scene.isEmpty();
  };

  const aim = () => {
    if (Overlay.focus().length) Camera.look(Overlay.focus(), { animate: true, most: 1.3 });
  };

  /** The node at a point of the screen, in focus first. @param {{x: number, y: number}} point @returns {number | null} */
  const at = (point) => {
    const spot = Scene.network().DOMtoCanvas(point);
    const reach = 5 / Scene.network().getScale();
    const near = (/** @type {Placed} */ node) => Math.hypot(node.x - spot.x, node.y - spot.y) < node.size + reach;
    const among = Overlay.focus().length ? Overlay.focus() : Scene.shown();
    return among.find(near)?.id ?? null;
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
    const frame = container.getBoundingClientRect();
    const node = at({ x: event.clientX - frame.left, y: event.clientY - frame.top });
    container.classList.toggle("pointing", node !== null);
    Tip.show(node === null ? "" : tip(node), event);
  };

  Start.with(() => {
    State.on("view", () => {
      if (Choice.view() === "network" && !Scene.network()) open();
    });
    State.on("choice", () => {
      Overlay.choose();
      aim();
    });
    State.on("lang", Scene.redraw);
    State.on("filter", () => {
      Scene.refresh();
      said();
      Camera.fit(true);
    });
    container.addEventListener("mousemove", hover);
    container.addEventListener("mouseleave", () => Tip.hide());
    byId("zoom-in").addEventListener("click", () => Camera.zoom(1.35));
    byId("zoom-out").addEventListener("click", () => Camera.zoom(1 / 1.35));
    byId("fit").addEventListener("click", () => Camera.fit(true));
  });

  return {
    /** @param {number} node */
    has: (node) => Scene.place(node) !== undefined,
    /** What is shown, groups by numbers below zero. */
    shown: () => Scene.shown().map((node) => node.id),
    /** Where a node stands on the screen. @param {number} node */
    spot: (node) => Scene.network().canvasToDOM(Scene.place(node)),
  };
})();
