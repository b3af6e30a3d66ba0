"use strict";

/**
 * A part of the page as SVG: its boxes, texts and pictures where they stand on the screen, with whatever is scrolled out of
 * sight. One way for all views, so that none has to draw itself twice.
 */
const Drawing = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const SKIPPED = "script, style, input, textarea, details:not([open]) > :not(summary), .unseen, .controls, .pick, .heat-bar > :not(h2), .zoom, [data-undrawn]";
  // What XML does not allow; with it a file would not open.
  const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
  const LOOKS = [
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline", "paint-order", "visibility",
    "writing-mode", "vector-effect",
  ];
  const measure = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

  /** @param {string} tag @param {Record<string, string | number | null>} [attributes] @param {...(Node | string)} children */
  const make = (tag, attributes = {}, ...children) => {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null) made.setAttribute(name, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
    }
    made.append(...children.map((child) => (typeof child === "string" ? child.replace(FORBIDDEN, "") : child)));
    return made;
  };

  /** What some elements, by their ids, are drawn as instead. @type {Map<string, () => Element | null>} */
  const instead = new Map();

  /** @param {string} colour */
  const isSeen = (colour) => !/^(transparent|none|rgba\(.*, 0\))$/.test(colour);

  /** A box's ground: its colour, or the first of a pattern's. @param {CSSStyleDeclaration} look */
  const ground = (look) => look.backgroundImage.match(/rgba?\([^)]*\)/)?.[0] ?? look.backgroundColor;

  /** @param {DOMRect} at @param {CSSStyleDeclaration} look @returns {Node[]} */
  const box = (at, look) => {
    const drawn = [];
    const { left: x, top: y, width, height } = at;
    if (isSeen(ground(look))) drawn.push(make("rect", { x, y, width, height, rx: Number.parseFloat(look.borderRadius) || 0, fill: ground(look) }));
    const sides = /** @type {const} */ (["Top", "Right", "Bottom", "Left"]);
    const widths = sides.map((side) => Number.parseFloat(look[`border${side}Width`]));
    const colours = sides.map((side) => look[`border${side}Color`]);
    const [wide, colour] = [widths[0], colours[0]];
    if (wide > 0 && widths.every((each) => each === wide) && colours.every((each) => each === colour)) {
      drawn.push(make("rect", {
        x: x + wide / 2, y: y + wide / 2, width: Math.max(width - wide, 0), height: Math.max(height - wide, 0),
        rx: Number.parseFloat(look.borderRadius) || 0, fill: "none", stroke: colour, "stroke-width": wide,
      }));
      return drawn;
    }
    const [right, bottom] = [at.right, at.bottom];
    const lines = [[x, y, right, y], [right, y, right, bottom], [x, bottom, right, bottom], [x, y, x, bottom]];
    for (const [i, [x1, y1, x2, y2]] of lines.entries()) {
      if (widths[i] > 0 && isSeen(colours[i])) drawn.push(make("line", { x1, y1, x2, y2, stroke: colours[i], "stroke-width": widths[i] }));
    }
    return drawn;
  };

  /** The lines a text is broken into, with their places. @param {Text} text @param {boolean} vertical @returns {Array<{text: string, at: DOMRect}>} */
  const lines = (text, vertical) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    range.setStart(text, Math.max(text.data.search(/[^ \t\n\r]/), 0));
    const line = (/** @type {DOMRect} */ at) => Math.round(vertical ? at.left : at.top);
    const whole = [...range.getClientRects()];
    if (new Set(whole.map(line)).size < 2) return whole.length ? [{ text: text.data, at: range.getBoundingClientRect() }] : [];
    /** @type {Array<{text: string, from: number, to: number, line: number}>} */
    const found = [];
    let from = 0;
    for (const sign of text.data) {
      range.setStart(text, from);
      range.setEnd(text, from + sign.length);
      const at = range.getClientRects()[0];
      const last = found.at(-1);
      if (at && (!last || Math.abs(line(at) - last.line) > 2)) found.push({ text: sign, from, to: from + sign.length, line: line(at) });
      else if (last) [last.text, last.to] = [last.text + sign, from + sign.length];
      from += sign.length;
    }
    return found.map(({ text: said, from: start, to }) => {
      range.setStart(text, start);
      range.setEnd(text, to);
      return { text: said, at: range.getBoundingClientRect() };
    });
  };

  /** @param {string} said @param {DOMRect} at @param {CSSStyleDeclaration} look */
  const written = (said, at, look) => {
    const vertical = look.writingMode.startsWith("vertical");
    measure.font = `${look.fontStyle} ${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measure.measureText(said);
    return make("text", {
      x: vertical ? at.left + at.width / 2 : at.left,
      y: vertical ? at.top : at.top + (at.height - up - down) / 2 + up,
      "writing-mode": vertical ? "vertical-rl" : null,
      fill: look.color,
      "font-family": look.fontFamily,
      "font-size": look.fontSize,
      "font-weight": look.fontWeight,
      "text-decoration": look.textDecorationLine === "underline" ? "underline" : null,
    }, said);
  };

  /** A text within what its ancestors let be seen of it. @param {Text} node @param {CSSStyleDeclaration} look @param {DOMRect | null} seen @returns {Array<{drawn: Node, at: DOMRect}>} */
  const text = (node, look, seen) => {
    const all = lines(node, look.writingMode.startsWith("vertical"));
    const shown = all.filter(({ at }) => !seen || (at.top + at.height / 2 < seen.bottom && at.left < seen.right));
    return shown.flatMap(({ text: said, at }, i) => {
      const plain = said.replace(/[ \t\n\r]+/g, " ").trim();
      if (!plain) return [];
      const room = seen && !look.writingMode.startsWith("vertical") && at.right > seen.right + 1 ? (seen.right - at.left) / at.width : 1;
      const cut = room < 1 ? `${[...plain].slice(0, Math.max(Math.floor([...plain].length * room) - 1, 1)).join("")}…` : plain;
      return [{ drawn: written(i === shown.length - 1 && shown.length < all.length ? `${cut}…` : cut, at, look), at }];
    });
  };

  /** A picture with the look that styles give it. @param {Element} from @returns {Element | null} */
  const copy = (from) => {
    const look = getComputedStyle(from);
    if (look.display === "none") return null;
    const made = document.createElementNS(SVG, from.localName);
    for (const { name, value } of from.attributes) {
      if (!/^(class|role|tabindex|style|xmlns|focusable|on.*|data-.*|aria-.*)$/.test(name)) made.setAttribute(name, value);
    }
    for (const name of LOOKS) if (look.getPropertyValue(name)) made.setAttribute(name, look.getPropertyValue(name));
    for (const child of from.childNodes) {
      const copied = child instanceof Element ? copy(child) : document.createTextNode((child.textContent ?? "").replace(FORBIDDEN, ""));
      if (copied) made.append(copied);
    }
    return made;
  };

  /** @param {Element} picture @param {DOMRect} at */
  const inner = (picture, { left: x, top: y, width, height }) => {
    if (picture instanceof HTMLCanvasElement) return make("image", { x, y, width, height, href: picture.toDataURL("image/png") });
    const copied = /** @type {Element} */ (copy(picture));
    for (const [name, value] of Object.entries({ x, y, width, height })) copied.setAttribute(name, String(value));
    copied.setAttribute("overflow", getComputedStyle(picture).overflow);
    return copied;
  };

  /** What an element is drawn as instead, where it stands: it may be a part of the element alone. @param {Element} element @param {DOMRect} at */
  const replaced = (element, { left, top }) => {
    const own = instead.get(element.id)?.() ?? null;
    if (!own) return null;
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(own.getAttribute(name)));
    for (const [name, value] of Object.entries({ x: left + x, y: top + y, overflow: "hidden" })) own.setAttribute(name, String(value));
    return { drawn: own, at: new DOMRect(left + x, top + y, width, height) };
  };

  /** A list as what is chosen in it. @param {HTMLSelectElement} list @param {DOMRect} at @param {CSSStyleDeclaration} look */
  const chosen = (list, at, look) => ({ drawn: written(list.selectedOptions[0]?.text.trim() ?? "", at, look), at });

  /** @param {Element} element @param {DOMRect | null} seen @param {{drawn: Node[], at: DOMRect[]}} into */
  const walk = (element, seen, into) => {
    const look = getComputedStyle(element);
    if (element.matches(SKIPPED) || look.display === "none") return;
    const at = element.getBoundingClientRect();
    const visible = look.visibility === "visible" && look.opacity !== "0" && look.display !== "contents";
    const drawn = visible && at.width && at.height ? box(at, look) : [];
    const list = visible && element instanceof HTMLSelectElement ? chosen(element, at, look) : null;
    const own = list ?? (visible && at.width ? replaced(element, at) : null);
    if (own) {
      into.drawn.push(own.drawn);
      into.at.push(own.at);
      return;
    }
    const isPicture = element instanceof SVGElement || element instanceof HTMLCanvasElement;
    if (isPicture && at.width && at.height) drawn.push(inner(element, at));
    if (drawn.length) into.at.push(at);
    into.drawn.push(...drawn);
    if (isPicture) return;
    const within = /hidden|clip/.test(look.overflowX + look.overflowY) ? at : seen;
    for (const child of element.childNodes) {
      if (child instanceof Element) walk(child, within, into);
      else if (child instanceof Text && visible) {
        for (const line of text(child, look, within)) {
          into.drawn.push(line.drawn);
          into.at.push(line.at);
        }
      }
    }
  };

  /** Let nothing below an element be scrolled away while `look` looks. @template T @param {Element} root @param {() => T} look @returns {T} */
  const unrolled = (root, look) => {
    document.documentElement.classList.add("drawing");
    dispatchEvent(new Event("beforedrawing"));
    const rolled = [root, ...root.querySelectorAll("*")].filter((each) => {
      const { overflowX, overflowY } = getComputedStyle(each);
      return each instanceof HTMLElement && /auto|scroll/.test(overflowX + overflowY);
    });
    const places = /** @type {HTMLElement[]} */ (rolled).map((each) => ({ each, top: each.scrollTop, left: each.scrollLeft }));
    for (const { each } of places) Object.assign(each.style, { overflow: "visible", maxHeight: "none", flexShrink: "0" });
    const found = look();
    document.documentElement.classList.remove("drawing");
    dispatchEvent(new Event("afterdrawing"));
    for (const { each, top, left } of places) {
      Object.assign(each.style, { overflow: "", maxHeight: "", flexShrink: "" });
      [each.scrollTop, each.scrollLeft] = [top, left];
    }
    return found;
  };

  return {
    make,
    /** Let an element be drawn by what knows it better than its pixels do. @param {string} id @param {() => Element | null} draw */
    instead: (id, draw) => instead.set(id, draw),
    /** Draw an element with its upper left corner at nought. @param {Element} root @returns {{group: Element, width: number, height: number}} */
    of: (root) =>
      unrolled(root, () => {
        /** @type {{drawn: Node[], at: DOMRect[]}} */
        const into = { drawn: [], at: [] };
        walk(root, null, into);
        const least = (/** @type {number[]} */ values) => values.reduce((a, b) => Math.min(a, b), Infinity);
        const [left, top] = [least(into.at.map((at) => at.left)), least(into.at.map((at) => at.top))];
        const [right, bottom] = [-least(into.at.map((at) => -at.right)), -least(into.at.map((at) => -at.bottom))];
        if (!into.at.length) return { group: make("g"), width: 0, height: 0 };
        return { group: make("g", { transform: `translate(${-left} ${-top})` }, ...into.drawn), width: right - left, height: bottom - top };
      }),
  };
})();
