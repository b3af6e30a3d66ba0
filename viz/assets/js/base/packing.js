"use strict";

/** Columns that viz/packing.py made short, read again when they are asked for. */
const Packing = (() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const DAY = 86_400_000;
  const DIGIT = new Uint8Array(128);
  for (let i = 0; i < DIGITS.length; i++) DIGIT[DIGITS.charCodeAt(i)] = i;

  /** Numbers in signed base-64 digits of variable length. @param {string} text @param {number} from */
  const digits = (text, from) => {
    /** @type {number[]} */
    const numbers = [];
    let [shift, rest] = [0, 0];
    for (let i = from; i < text.length; i++) {
      const digit = DIGIT[text.charCodeAt(i)];
      rest |= (digit & 31) << shift;
      if (digit & 32) {
        shift += 5;
      } else {
        numbers.push(rest & 1 ? -(rest >> 1) : rest >> 1);
        shift = rest = 0;
      }
    }
    return numbers;
  };

  /** @param {number[]} pairs */
  const unrolled = (pairs) => {
    /** @type {number[]} */
    const numbers = [];
    for (let i = 0; i < pairs.length; i += 2) for (let n = pairs[i + 1]; n > 0; n--) numbers.push(pairs[i]);
    return numbers;
  };

  /** @param {string} text */
  const whole = (text) => {
    const steps = text[0] === "^" ? 1 : 0;
    const runs = text[steps] === "*" ? 1 : 0;
    let numbers = digits(text, steps + runs);
    if (runs) numbers = unrolled(numbers);
    if (steps) for (let i = 1; i < numbers.length; i++) numbers[i] += numbers[i - 1];
    return numbers;
  };

  /** @param {number[]} sizes @param {any[]} values */
  const lists = (sizes, values) => {
    let first = 0;
    return sizes.map((size) => {
      first += size;
      return values.slice(first - size, first);
    });
  };

  /** @param {{n: number, rows: string, values: any}} packed */
  const some = ({ n, rows, values }) => {
    const column = new Array(n).fill(null);
    const present = read(values);
    for (const [i, row] of whole(rows).entries()) column[row] = present[i];
    return column;
  };

  /** @type {Record<string, (packed: any) => any[]>} */
  const FORMS = {
    same: ({ n, value }) => new Array(n).fill(value),
    of: ({ values, at }) => {
      const distinct = read(values);
      return whole(at).map((i) => distinct[i]);
    },
    some,
    number: ({ by, at }) => (by === 1 ? whole(at) : whole(at).map((n) => n / by)),
    date: ({ at }) => whole(at).map((days) => new Date(days * DAY).toISOString().slice(0, 10)),
    id: ({ before, wide, at }) => whole(at).map((n) => before + String(n).padStart(wide, "0")),
    list: ({ sizes, values }) => lists(read(sizes), read(values)),
  };

  /** @param {any} column @returns {any[]} */
  const read = (column) => (Array.isArray(column) ? column : FORMS[column["="]](column));

  /** Let a column be read when it is first asked for. @param {any} of @param {string} key @param {any} packed */
  const later = (of, key, packed) => {
    const keep = (/** @type {any} */ value) => Object.defineProperty(of, key, { value, writable: true, enumerable: true });
    Object.defineProperty(of, key, { get: () => keep(read(packed))[key], configurable: true, enumerable: true });
  };

  /** `value`, in which every packed column reads as a list. @template T @param {T} value @returns {T} */
  const opened = (value) => {
    for (const [key, part] of Object.entries(/** @type {any} */ (value))) {
      if (part === null || typeof part !== "object" || Array.isArray(part)) continue;
      if ("=" in part) later(value, key, part);
      else opened(part);
    }
    return value;
  };

  return { opened };
})();
