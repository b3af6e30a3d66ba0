"use strict";

/** A place in the picture for those who walk it by keys: along ties, to the neighbour that lies in a direction. */
const Cursor = (() => {
  const container = byId("network");
  /** @type {Record<string, [number, number]>} */
  const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  // Cosine of the angle beyond which a neighbour no longer lies in a direction.
  const ASIDE = 0.5;
  /** @type {number | null} */
  let at = null;

  const inside = () => document.activeElement === container && container.matches(":focus-visible");

  /** @param {number} id */
  const isShown = (id) => Scene.shown().some((node) => node.id === id);

  const node = () => (at === null || !inside() ? null : (Scene.place(at) ?? null));

  /** Where walking begins: at what is chosen, else at the most important in sight. */
  const start = () => Choice.node() ?? Camera.inSight(Scene.shown())[0]?.id ?? Scene.shown()[0]?.id ?? null;

  /** The nearest neighbour that lies in a direction. @param {Placed} from @param {[number, number]} direction */
  const neighbour = (from, [dx, dy]) => {
    let [best, least] = [/** @type {Placed | null} */ (null), Infinity];
    for (const id of Scene.neighbours(from.id)) {
      const other = Scene.place(id);
      if (!other) continue;
      const [x, y] = [other.x - from.x, other.y - from.y];
      const far = Math.hypot(x, y);
      const along = (x * dx + y * dy) / (far || 1);
      if (along > ASIDE && far / along ** 2 < least) [best, least] = [other, far / along ** 2];
    }
    return best;
  };

  /** @param {Placed} node */
  const kind = ({ id, group }) => (group === undefined ? Words.t(`label.${Nodes.label(id)}`) : Words.t("network.community"));

  /** @param {number} to */
  const go = (to) => {
    at = to;
    const place = Scene.place(to);
    if (place && !Camera.inSight([place]).length) Camera.centre(place);
    if (place) Live.say(Words.t("network.at", { name: Scene.called(place), kind: kind(place), n: Scene.neighbours(to).size }));
    Overlay.stale();
  };

  /** @param {[number, number]} direction */
  const walk = (direction) => {
    const from = at === null || !isShown(at) ? null : Scene.place(at);
    if (!from) {
      const first = start();
      if (first !== null) go(first);
      return;
    }
    const next = neighbour(from, direction);
    if (next) go(next.id);
    else Live.say(Words.t("network.noWay"));
  };

  const enter = () => {
    if (at === null) walk([0, 0]);
    else if (at < 0) Groups.toggle(Groups.by(at)?.group ?? "");
    else if (Choice.node() === at) Expansion.open(at);
    else Choice.choose(at);
  };

  /** Let go of what is chosen, then of the picture. @param {KeyboardEvent} event */
  const leave = (event) => {
    if (Choice.node() !== null) return;
    event.preventDefault();
    container.blur();
  };

  /** @type {Record<string, (event: KeyboardEvent) => void>} */
  const KEYS = {
    Enter: enter,
    " ": () => at !== null && at >= 0 && Selected.toggle(at),
    "+": () => Camera.zoom(1.35),
    ";": () => Camera.zoom(1.35),
    "-": () => Camera.zoom(1 / 1.35),
    "0": () => Camera.fit(true),
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (!Scene.network() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return leave(event);
    if (!(event.key in DIRECTIONS) && !(event.key in KEYS)) return;
    event.preventDefault();
    if (event.key in DIRECTIONS) walk(DIRECTIONS[event.key]);
    else KEYS[event.key](event);
  };

  Start.with(() => {
    container.addEventListener("keydown", onKey);
    container.addEventListener("focus", () => {
      if (!inside() || !Scene.network()) return;
      at = Choice.node() ?? at;
      const first = at !== null && isShown(at) ? at : start();
      if (first !== null) go(first);
    });
    container.addEventListener("blur", Overlay.stale);
  });

  return { node };
})();
