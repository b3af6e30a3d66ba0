"use strict";

/** The clipboard. A page opened from disk may not be let to it; then the text is there to be copied by hand. */
const Clip = (() => ({
  /** @param {string} text @param {string} done What is said once it is there. */
  copy: async (text, done) => {
    try {
      await navigator.clipboard.writeText(text);
      Live.say(done, { seen: true });
    } catch {
      const field = byId("copy-text");
      field.value = text;
      byId("copy-dialog").showModal();
      field.select();
    }
  },
}))();
