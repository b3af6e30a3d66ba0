"use strict";

/**
 * Make an element; text only ever becomes text.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElement}
 */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/**
 * Make an element of a picture.
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
function svg(tag, attributes = {}, ...children) {
  const made = /** @type {SVGElement} */ (document.createElementNS("http://www.w3.org/2000/svg", tag));
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** An element the page's template has. @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);

/** A node's name, whichever way it is written. @param {number} node */
const nodeName = (node) => element("bdi", { "data-node": node, lang: Words.nameLanguage(node) }, Words.name(node));

/** A button that chooses a node. @param {number} node */
const nodeLink = (node) => element("button", { type: "button", class: "link clamp", "data-choose": node }, nodeName(node));

/** The shape of a node's label. @param {string} label @returns {Node} */
const labelShape = (label) => {
  const drawn = document.querySelector(`[data-kind="${label}"] + .shape`);
  return drawn ? drawn.cloneNode(true) : document.createTextNode("");
};

/** A web address one may follow, or null: http and https only. @param {Value} address */
const webAddress = (address) => {
  try {
    const url = new URL(String(address));
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
};

/** An address as a link where it may be followed, else as text. @param {Value} address @param {string} [text] */
const addressLink = (address, text = String(address)) => {
  const href = webAddress(address);
  return href
    ? element("a", { href, target: "_blank", rel: "noopener noreferrer", class: "clamp" }, text)
    : element("span", { class: "clamp" }, text);
};
