// Follows a conference on the wall: asks every few seconds, draws only what is new. A lost line is tried again.
"use strict";

(() => {
  const seconds = 2.5;
  let mark = "";

  async function look() {
    try {
      const answer = await fetch(location.href, { headers: mark ? { "If-None-Match": mark } : {}, cache: "no-store" });
      if (answer.status === 200) {
        mark = answer.headers.get("ETag") ?? "";
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        document.querySelector("main").replaceWith(fresh.querySelector("main"));
      }
    } catch {
      // the line is gone: what stands on the wall stays
    }
    setTimeout(look, seconds * 1000);
  }

  setTimeout(look, seconds * 1000);
})();
