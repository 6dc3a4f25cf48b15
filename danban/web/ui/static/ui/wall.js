// Follows a conference on the wall: asks every few seconds, draws only what is new. A lost line is tried again.
"use strict";

(() => {
  const seconds = 2.5;
  const words = new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });
  let mark = "";
  let ahead = 0;

  // The clock of the hall is the server's: how far it is ahead of ours, then ticking here.
  function setClock() {
    ahead = Number(document.querySelector("[data-clock]").dataset.clock) * 1000 - Date.now();
  }

  function tick() {
    document.querySelector("[data-clock]").textContent = words.format(Date.now() + ahead);
  }

  async function look() {
    try {
      const answer = await fetch(location.href, { headers: mark ? { "If-None-Match": mark } : {}, cache: "no-store" });
      if (answer.status === 200) {
        mark = answer.headers.get("ETag") ?? "";
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        document.querySelector("main").replaceWith(fresh.querySelector("main"));
        setClock();
      }
    } catch {
      // the line is gone: what stands on the wall stays
    }
    setTimeout(look, seconds * 1000);
  }

  setClock();
  setInterval(tick, 1000);
  setTimeout(look, seconds * 1000);
})();
