"use strict";

/** Give the reader a file to keep. @param {Blob} blob @param {string} name */
function save(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(/** @type {HTMLAnchorElement} */ (link).href), 10_000);
}

/** Tables as CSV that Excel reads: with a byte order mark, and without formulas. */
const Csv = (() => {
  const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r]/u;
  const NUMBER = /^-?\d+(\.\d+)?$/;

  /** A text that begins like a formula would run as one when a spreadsheet opens it. @param {string} text */
  const harmless = (text) => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

  /** @param {string} text */
  const quoted = (text) => `"${harmless(text).replaceAll('"', '""')}"`;

  /** As a spreadsheet takes it from the clipboard. @param {string[][]} rows */
  const tabbed = (rows) => rows.map((row) => row.map((cell) => harmless(cell).replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");

  /** @param {string[][]} rows */
  const text = (rows) => `\ufeff${rows.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;

  return {
    text,
    tabbed,
    /** @param {string[][]} rows @param {string} name */
    save: (rows, name) => save(new Blob([text(rows)], { type: "text/csv;charset=utf-8" }), name),
  };
})();
