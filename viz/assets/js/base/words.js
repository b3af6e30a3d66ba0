"use strict";

/** What the page says, in the language chosen. */
const Words = (() => {
  /** @type {"ja" | "en"} */
  let language = DATA.language;
  /** @param {"ja" | "en"} code @returns {Texts} */
  const texts = (code) => Object.fromEntries(DATA.texts.keys.map((key, i) => [key, DATA.texts[code][i]]));
  /** Ways of writing numbers; to make one takes longer than to use it a hundred times. @type {Record<string, Intl.NumberFormat>} */
  const WAYS = {};
  const TEXTS = { ja: texts("ja"), en: texts("en") };

  /** @param {string} key @param {Record<string, unknown>} [values] @returns {string} */
  const t = (key, values) => {
    const text = TEXTS[language][key] ?? key;
    return values ? text.replace(/\{(\w+)\}/g, (all, field) => (field in values ? shown(values[field]) : all)) : text;
  };

  /** @param {unknown} value @returns {string} */
  const shown = (value) => {
    if (typeof value === "number") return number(value);
    if (value !== null && typeof value === "object" && "node" in value) return name(Number(value.node));
    return String(value ?? "");
  };

  /** @param {number} value @param {number} [digits] */
  const number = (value, digits = 3) => {
    // Both languages group whole numbers alike; the first Intl.NumberFormat takes a tenth of the time until a picture is seen.
    if (Number.isSafeInteger(value)) return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
    const way = `${language}${digits}`;
    WAYS[way] ??= new Intl.NumberFormat(language, { maximumFractionDigits: digits });
    return WAYS[way].format(value);
  };

  /** A node's name; the id of one whose name shows nothing. @param {number} node */
  const name = (node) => {
    const english = language === "en" ? Nodes.value(node, "nameEn") : null;
    return [english, Nodes.value(node, "name")].map((text) => String(text ?? "")).find((text) => text.trim()) ?? Nodes.id(node);
  };

  /** The language a name is written in. @param {number} node */
  const nameLanguage = (node) => (language === "en" && Nodes.value(node, "nameEn") ? "en" : "ja");

  /**
   * A property's value in words.
   * @param {string} table
   * @param {string} property
   * @param {Value} value
   * @returns {string}
   */
  const value = (table, property, value) => {
    if (Array.isArray(value)) return value.join(language === "ja" ? "、" : ", ");
    if (typeof value === "boolean") return t(`panel.${value}`);
    if (typeof value === "number") return property === "year" ? String(value) : number(value, 6);
    const key = `value.${table}.${property}.${value}`;
    return key in TEXTS[language] ? t(key) : String(value ?? "");
  };

  /** What is typical of a community: a municipality, a theme. @param {number} community */
  const typical = (community) => {
    const row = DATA.communities.community.indexOf(community);
    const about = [DATA.communities.municipalities[row]?.[0], DATA.communities.themes[row]?.[0]];
    return about.filter((node) => node !== undefined).map((node) => name(Number(node))).join(language === "ja" ? "・" : ", ");
  };

  /** Name of a community, by what is typical of it. @param {number} community */
  const community = (community) => {
    const row = DATA.communities.community.indexOf(community);
    return t("network.communityName", {
      n: community,
      size: DATA.communities.size[row],
      about: typical(community),
    }).trim();
  };

  /** @param {ParentNode} root */
  const communities = (root) => {
    for (const element of all(root, "[data-community]")) element.textContent = community(Number(element.dataset.community));
  };

  /** Say everything below `root` in the language chosen. @param {ParentNode} root */
  const say = (root) => {
    for (const element of all(root, "[data-t]")) {
      const values = element.dataset.values;
      element.textContent = t(element.dataset.t ?? "", values ? JSON.parse(values) : undefined);
    }
    for (const element of all(root, "[data-node]")) {
      const node = Number(element.dataset.node);
      element.textContent = "\u3000".repeat(Number(element.dataset.depth ?? 0)) + name(node);
      element.lang = nameLanguage(node);
    }
    communities(root);
    for (const element of all(root, "[data-attributes]")) {
      for (const [attribute, key] of Object.entries(JSON.parse(element.dataset.attributes ?? "{}"))) {
        element.setAttribute(attribute, t(key));
      }
    }
  };

  /** @param {ParentNode} root @param {string} selector @returns {NodeListOf<HTMLElement>} */
  const all = (root, selector) => root.querySelectorAll(selector);

  return {
    t,
    /** Whether there is a text. @param {string} key */
    has: (key) => key in TEXTS[language],
    number,
    name,
    nameLanguage,
    value,
    community,
    typical,
    say,
    language: () => language,
    /** Say all in a language. The page comes in one, but for the names of communities. @param {"ja" | "en"} code */
    speak: (code) => {
      if (code === language) return communities(document);
      language = code;
      document.documentElement.lang = code;
      say(document);
    },
  };
})();
