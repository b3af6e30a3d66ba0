"use strict";

/**
 * vis-network, which stands deflated in the page: inflated while the page begins, and run when a picture is first wanted.
 * The page's policy names its hash, so that nothing else runs in its place.
 */
const Library = (() => {
  const inflate = async () => {
    const packed = atob(document.getElementById("library")?.textContent ?? "");
    const bytes = Uint8Array.from(packed, (sign) => sign.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
  };

  let text = "";
  let ran = false;

  return {
    /** Done once it can be run; a browser of before 2020 cannot inflate, and shows no picture. */
    ready: inflate().then((inflated) => {
      text = inflated;
    }, () => {}),
    /** Whether there is a library, which runs the first time that this is asked. */
    run: () => {
      if (!ran && text) {
        const script = document.createElement("script");
        script.textContent = text;
        document.body.append(script);
        ran = true;
      }
      return ran;
    },
  };
})();
