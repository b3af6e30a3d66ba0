"use strict";

/**
 * The page's scripts, which stand deflated in it. They are inflated and run in their order; vis-network, the first, waits until
 * a picture is wanted. The page's policy names the hash of each, so that nothing else runs in its place.
 */
const Library = (() => {
  let first = "";
  let ran = false;

  /** @returns {Promise<string[]>} */
  const inflate = async () => {
    const packed = atob(document.getElementById("scripts")?.textContent ?? "");
    const bytes = Uint8Array.from(packed, (sign) => sign.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
  };

  /** @param {string} text */
  const run = (text) => {
    const script = document.createElement("script");
    script.textContent = text;
    document.body.append(script);
  };

  const begin = async () => {
    try {
      const [library, ...own] = await inflate();
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
