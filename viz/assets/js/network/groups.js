"use strict";

/**
 * Groups in the picture: each stands for its members until it is opened, and then they stand where they always do. A
 * picture of very many nodes begins as groups.
 */
const Groups = (() => {
  const MANY = 5000;
  const NONE = "none";
  const COLOUR = "#8fa1b3";
  // Of the picture, the part that all groups cover together; between two, the room there is at least; how often they are moved apart.
  const COVERED = 0.16;
  const ROOM = 1.08;
  const MOVES = 60;
  const choice = byId("groups");
  const list = byId("group-list");
  /** Groups of each kind as they stand in the picture. @type {Map<string, Map<string, Placed>>} */
  const known = new Map();
  /** @type {string[]} */
  let last = [];
  let open = new Set();

  const beginning = () => {
    if ((DATA.network.nodes.id ?? []).length <= MANY) return NONE;
    return DATA.communities.community.length ? "community" : "municipality";
  };

  State.declare("groups", { otherwise: [beginning()], undo: true });
  State.declare("expanded", { event: "groups", undo: true });

  const kind = () => (Membership.kinds.includes(State.get("groups")) ? State.get("groups") : NONE);

  /** @param {number[]} members @param {Map<number, Placed>} places @param {number} id @param {string} group @returns {Placed} */
  const middle = (members, places, id, group) => {
    const placed = members.map((node) => /** @type {Placed} */ (places.get(node)));
    const mean = (/** @type {(node: Placed) => number} */ of) => placed.reduce((sum, node) => sum + of(node), 0) / placed.length;
    return { id, x: mean((node) => node.x), y: mean((node) => node.y), size: Math.sqrt(members.length), shape: "dot", color: COLOUR, group };
  };

  /** Move groups apart until none lies over another. @param {Placed[]} groups */
  const apart = (groups) => {
    for (let move = 0, moved = true; moved && move < MOVES; move++) {
      moved = false;
      for (const [i, a] of groups.entries()) {
        for (const b of groups.slice(i + 1)) {
          const [dx, dy] = [b.x - a.x || 0.1, b.y - a.y || 0.1];
          const short = (a.size + b.size) * ROOM - Math.hypot(dx, dy);
          if (short <= 0) continue;
          moved = true;
          const [x, y] = [dx, dy].map((d) => (d * short) / Math.hypot(dx, dy) / 2);
          a.x -= x;
          a.y -= y;
          b.x += x;
          b.y += y;
        }
      }
    }
  };

  /** @param {string} kind @param {Map<number, Placed>} places */
  const place = (kind, places) => {
    const groups = [...Membership.by(kind).members].map(([group, members], i) => middle(members, places, -1 - i, group));
    const all = [...places.values()];
    const span = (/** @type {(node: Placed) => number} */ of) => all.reduce((most, node) => Math.max(most, of(node)), 0);
    const area = Math.max(span((node) => node.x) * span((node) => node.y), 1);
    const unit = Math.sqrt((COVERED * area) / Math.PI / Math.max(groups.reduce((sum, { size }) => sum + size ** 2, 0), 1));
    for (const group of groups) group.size *= unit;
    apart(groups);
    return new Map(groups.map((group) => [String(group.group), group]));
  };

  /** Groups of the kind chosen. @returns {Map<string, Placed>} */
  const all = () => {
    if (kind() === NONE) return new Map();
    const found = known.get(kind()) ?? place(kind(), Scene.places());
    known.set(kind(), found);
    return found;
  };

  const opened = () => {
    if (State.all("expanded") !== last) [last, open] = [State.all("expanded"), new Set(State.all("expanded"))];
    return open;
  };

  /** The closed group that stands for a node. @param {number} node @returns {Placed | undefined} */
  const of = (node) => {
    const group = kind() === NONE ? undefined : Membership.by(kind()).of.get(node);
    return group === undefined || opened().has(group) ? undefined : all().get(group);
  };

  /** @param {string} group */
  const members = (group) => Membership.by(kind()).members.get(group) ?? [];

  /** How many of a group pass the filter. @param {string} group */
  const shown = (group) => members(group).filter(Filter.shows).length;

  /** @param {string} group */
  const called = (group) => {
    if (group === Membership.REST) return Words.t("groups.rest");
    return kind() === "community" ? Words.community(Number(group)) : Words.name(Number(Nodes.number(group)));
  };

  /** @param {string} group */
  const toggle = (group) => {
    const now = State.all("expanded");
    const open = !now.includes(group);
    State.set("expanded", open ? [...now, group] : now.filter((each) => each !== group));
    Live.say(Words.t(open ? "groups.opened" : "groups.closed", { name: called(group), n: members(group).length }));
  };

  let before = new Set();
  let was = "";

  /** Let the picture follow, and look at what was just opened, or at all of it where that is no longer so. */
  const follow = () => {
    show();
    const now = `${kind()} ${[...opened()].join(" ")}`;
    const [fresh, again] = [[...opened()].filter((group) => !before.has(group)), now !== was && was !== ""];
    [before, was] = [new Set(opened()), now];
    if (!again) return;
    Scene.refresh();
    const members_ = fresh.flatMap(members).filter(Filter.shows).map(Scene.place).filter((node) => node !== undefined);
    if (members_.length) Camera.look(members_, { animate: true, most: 1.3 });
    else Camera.fit(true);
  };

  /** List the groups, so that they can be opened without the picture. */
  const show = () => {
    choice.value = kind();
    const groups = [...all().keys()].map((group) => ({ group, n: shown(group) })).filter(({ n }) => n);
    groups.sort((a, b) => Number(a.group === Membership.REST) - Number(b.group === Membership.REST) || b.n - a.n);
    byId("group-part").hidden = !groups.length;
    byId("group-close").disabled = !opened().size;
    const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute("data-group") : null;
    list.replaceChildren(...groups.map(({ group, n }) => element("li", {},
      element("button", { type: "button", class: "link", "data-group": group, "aria-expanded": String(opened().has(group)) },
        element("bdi", { class: "clamp" }, called(group)), element("span", { class: "count" }, Words.number(n))))));
    if (focused !== null) list.querySelector(`[data-group="${CSS.escape(String(focused))}"]`)?.focus();
  };

  Start.with(() => {
    State.on("groups", follow);
    State.on("filter", show);
    State.on("lang", show);
    choice.addEventListener("change", () => State.change({ groups: [choice.value], expanded: [] }));
    byId("group-close").addEventListener("click", () => State.set("expanded", []));
  });

  return {
    of,
    members,
    shown,
    called,
    /** What is written at a group: short, and how many are in it. @param {string} group */
    titled: (group) => {
      const typical = kind() === "community" ? Words.typical(Number(group)) : called(group);
      return typical ? Words.t("groups.titled", { name: typical, n: shown(group) }) : called(group);
    },
    toggle,
    /** Whether nodes are put together at all. */
    are: () => kind() !== NONE,
    /** The group of a node's number below zero. @param {number} id */
    by: (id) => [...all().values()].find((group) => group.id === id),
    /** The open group that a node is in. @param {number} node */
    around: (node) => {
      const group = kind() === NONE ? undefined : Membership.by(kind()).of.get(node);
      return group !== undefined && opened().has(group) ? group : undefined;
    },
  };
})();
