"use strict";

/** Colours of the picture: the page's tokens, and those of the data made light enough for a dark ground. */
const Paint = (() => {
  /** @type {Map<string, string>} */
  const tokens = new Map();
  /** @type {Map<string, string>} */
  const shades = new Map();
  const LEAST = 0.2;

  /** @param {string} name */
  const token = (name) => {
    const found = tokens.get(name) ?? getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    tokens.set(name, found);
    return found;
  };

  /** @param {string} colour @returns {number[]} */
  const parts = (colour) => [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));

  /** Relative luminance, as the guidelines on contrast have it. @param {number[]} rgb */
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((part) => (part <= 10 ? part / 3295 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  /** A colour as it stands on a dark ground: as much white in it as makes it seen. @param {string} colour */
  const lighter = (colour) => {
    const rgb = parts(colour);
    let white = 0;
    const mixed = () => rgb.map((part) => Math.round(part + (255 - part) * white));
    while (white < 1 && luminance(mixed()) < LEAST) white += 0.05;
    return `#${mixed().map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };

  /** A colour of the data in the scheme that holds. @param {string} colour */
  const shade = (colour) => {
    if (!Scheme.isDark()) return colour;
    const found = shades.get(colour) ?? lighter(colour);
    shades.set(colour, found);
    return found;
  };

  /** Let the legends' shapes follow the scheme. */
  const legends = () => {
    for (const part of document.querySelectorAll(".shape [fill], [data-swatch]")) {
      const shape = /** @type {SVGElement} */ (part);
      shape.dataset.swatch ??= shape.getAttribute("fill") ?? "";
      shape.setAttribute("fill", shade(shape.dataset.swatch));
    }
  };

  return {
    token,
    shade,
    /** Read the colours again, when the scheme changed. */
    renew: () => {
      tokens.clear();
      legends();
    },
  };
})();
