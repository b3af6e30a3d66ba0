"use strict";

/** What is drawn over the nodes and ties: what stands out on a veil, introductions, marks, and names. */
const Overlay = (() => {
  const AT_FIRST = 46;
  const REST = 90;
  const MARKED_FROM = 7;
  /** @type {Name[] | null} */
  let names = null;
  /** @type {Placed[]} */
  let numbered = [];
  let planned = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;

  /** @type {Record<Line["look"], {token: string, width: number}>} */
  const LOOKS = {
    far: { token: "tie", width: 1 },
    near: { token: "tie-near", width: 1.4 },
    route: { token: "accent", width: 4 },
    gap: { token: "mark", width: 1.4 },
  };

  /** Whom to name: the pinned and chosen first, then what stands out, or as many of the important as there is room for. */
  const candidates = () => {
    const first = [...Pins.nodes(), ...Selected.nodes().slice(0, 40), ...[Cursor.node()].filter((node) => node !== null)];
    const rest = Focus.nodes().length ? Camera.inSight(Focus.nodes()).slice(0, 90)
      : Camera.inSight(Scene.shown()).slice(0, AT_FIRST * Camera.closeness() ** 2);
    return [...new Set([...Focus.nodes().slice(0, 1), ...first, ...rest])];
  };

  /** Where names stand, worked out anew. @param {number} scale */
  const plan = (scale) => {
    const nodes = candidates();
    const bold = new Set(Route.found()?.nodes ?? Focus.nodes().slice(0, 1).map((node) => node.id));
    numbered = Focus.nodes().length ? [] : Camera.inSight(Scene.shown()).filter((node) => node.mark && node.size * scale > MARKED_FROM);
    return Labels.plan(nodes, { scale, bold, frame: Camera.frame(), taken: nodes.filter(({ group }) => group === undefined).slice(0, 60).map(box) });
  };

  /** Names as they were, while the picture moves; soon after it rests, anew. @param {number} scale */
  const current = (scale) => {
    const now = JSON.stringify(Camera.frame());
    if (names === null) [names, planned] = [plan(scale), now];
    if (planned !== now) {
      clearTimeout(later);
      later = setTimeout(stale, REST);
    }
    return names;
  };

  const stale = () => {
    names = null;
    Scene.redraw();
  };

  /** @param {Placed} node @returns {Box} */
  const box = ({ x, y, size }) => [x - size, y - size, x + size, y + size];

  /** Draw over what vis-network drew. @param {CanvasRenderingContext2D} ctx */
  const draw = (ctx) => {
    const scale = Scene.network().getScale();
    const shown = current(scale);
    strokes(ctx, Proposed.lines(), scale);
    if (Focus.nodes().length) drawFocus(ctx, scale);
    for (const node of Pins.nodes()) pin(ctx, node, scale);
    for (const node of Selected.nodes()) ring(ctx, node, scale, "accent");
    const cursor = Cursor.node();
    if (cursor) ring(ctx, cursor, scale, "ink");
    numbers(ctx, scale);
    Labels.paint(ctx, shown, scale);
  };

  /** @param {Line} line @param {Placed} node */
  const isEnd = ({ start, end }, node) => start === node || end === node;

  /** @param {CanvasRenderingContext2D} ctx @param {number} scale */
  const drawFocus = (ctx, scale) => {
    const [left, top, right, bottom] = Camera.frame();
    const rim = 8 / scale;
    ctx.globalAlpha = 0.88;
    ctx.fillStyle = Paint.token("canvas");
    ctx.fillRect(left - rim, top - rim, right - left + 2 * rim, bottom - top + 2 * rim);
    ctx.globalAlpha = 1;
    strokes(ctx, [...Focus.lines(), ...Proposed.lines().filter((line) => isEnd(line, Focus.nodes()[0]))], scale);
    for (const node of Focus.nodes()) Shapes.draw(ctx, node);
    for (const node of Focus.ends()) ring(ctx, node, scale, "focus");
  };

  /** Lines, as wide on the screen however near one looks. @param {CanvasRenderingContext2D} ctx @param {Line[]} lines @param {number} scale */
  const strokes = (ctx, lines, scale) => {
    for (const alike of Lines.alike(lines, ({ look, width, dashes }) => `${look} ${width} ${dashes}`)) {
      const [{ look, dashes, width }] = alike;
      const wide = (LOOKS[look].width * Math.max(1, width * 0.7)) / scale;
      Lines.stroke(ctx, alike, { token: LOOKS[look].token, width: wide, dashes: dashes ? dashes.map((part) => part / scale) : false });
    }
  };

  /** @param {CanvasRenderingContext2D} ctx @param {Placed} node @param {number} scale @param {string} token */
  const ring = (ctx, node, scale, token) => {
    ctx.beginPath();
    ctx.arc(node.x, node.y, node.size * 1.25 + 4 / scale, 0, 2 * Math.PI);
    ctx.strokeStyle = Paint.token(token);
    ctx.lineWidth = 3 / scale;
    ctx.stroke();
  };

  /** A pin stuck into a node. @param {CanvasRenderingContext2D} ctx @param {Placed} node @param {number} scale */
  const pin = (ctx, node, scale) => {
    Shapes.draw(ctx, node);
    const unit = 1 / scale;
    const [x, y] = [node.x + node.size * 0.6, node.y - node.size * 0.6];
    ctx.lineWidth = 2 * unit;
    ctx.strokeStyle = Paint.token("ink");
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + 7 * unit, y - 9 * unit);
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(x + 8 * unit, y - 11 * unit, 4.5 * unit, 0, 2 * Math.PI);
    ctx.fillStyle = Paint.token("mark");
    ctx.fill();
    ctx.stroke();
  };

  /** The number of a colour, so that colours are not told apart by colour alone. @param {CanvasRenderingContext2D} ctx @param {number} scale */
  const numbers = (ctx, scale) => {
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillStyle = Paint.token("canvas");
    ctx.font = `700 ${11 / scale}px ${Labels.FAMILY}`;
    for (const node of numbered) ctx.fillText(String(node.mark), node.x, node.y + 0.5 / scale);
  };

  return {
    draw,
    /** Let names be placed anew, since what is to be named changed. */
    stale,
    LOOKS,
    names: () => current(Scene.network().getScale()),
    /** Nodes that carry the number of their colour. */
    numbered: () => numbered,
  };
})();
