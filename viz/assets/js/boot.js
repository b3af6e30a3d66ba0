"use strict";

/**
 * The page's scripts and the views that are not seen first, which stand deflated in it. The views are put in their place, then
 * the scripts run in their order; vis-network, the first, waits until a picture is wanted. The page's policy names the
 * hash of each script, so that nothing else runs in its place.
 */
const Library = (() => {
  let first = "";
  let ran = false;

  /** The texts that a block of the page holds. @param {string} id @returns {Promise<string[]>} */
  const inflate = async (id) => {
    const packed = atob(document.getElementById(id)?.textContent ?? "");
    const bytes = new Uint8Array(packed.length);
    for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
  };

  /** @param {string} text */
  const run = (text) => {
    const script = document.createElement("script");
    script.textContent = text;
    document.body.append(script);
  };

  /** A document made of a text runs nothing in it. @param {string} text */
  const place = (text) => {
    const views = new DOMParser().parseFromString(text, "text/html").body.children;
    document.getElementById("panel")?.before(...views);
  };

  const begin = async () => {
    try {
      const [[library, ...own], views] = await Promise.all([inflate("scripts"), inflate("more-views")]);
      for (const text of views) place(text);
      first = library;
      for (const text of own) run(text);
    } catch {
      // A browser that cannot inflate is of before 2020 (Edge) or 2023 (Firefox).
      document.getElementById("too-old")?.removeAttribute("hidden");
    }
  };

  begin();

  return {
    /** Run vis-network, the first time that this is asked. */
    run: () => {
      if (!ran) run(first);
      ran = true;
    },
  };
})();
