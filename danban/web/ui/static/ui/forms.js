// Optional kindness for forms: keeps what is half written (form[data-keep]) and sends a form only once.
// Every page works without it.
"use strict";

(() => {
  const PREFIX = "danban:";
  const NOTICE = "Đã khôi phục phần đang viết dở trên máy này.";
  const SECRET = new Set(["password", "file", "hidden"]);

  // What one office wrote is never shown to another at the same machine.
  const keyOf = (form) =>
    `${PREFIX}${location.pathname}:${form.dataset.keep}:${form.querySelector("[name=office_id]")?.value ?? ""}`;

  const fieldsOf = (form) =>
    [...form.elements].filter((field) => field.name && !SECRET.has(field.type) && !field.name.includes("password"));

  const valueOf = (field) => (field.type === "checkbox" || field.type === "radio" ? field.checked : field.value);

  function store(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // no room or no permission: the form still works
    }
  }

  function stored(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  // A form with a number of its own (uuid) keeps it, so that what was sent before the line broke counts once.
  const numberOf = (form) => form.querySelector("input[type=hidden][name=uuid]");
  const taken = new URLSearchParams(location.search).get("da-ghi");

  function restore(form, kept) {
    let changed = false;
    if (kept.number && numberOf(form)) numberOf(form).value = kept.number;
    fieldsOf(form).forEach((field, place) => {
      const value = kept[`${place}:${field.name}`];
      if (value === undefined || value === valueOf(field)) return;
      if (typeof value === "boolean") field.checked = value;
      else field.value = value;
      changed = true;
    });
    return changed;
  }

  function announce(form, forget) {
    const box = document.createElement("div");
    box.className = "notice info no-print";
    box.setAttribute("role", "status");
    const words = document.createElement("div");
    words.textContent = `${NOTICE} `;
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "btn quiet";
    undo.textContent = "Bỏ phần này";
    undo.addEventListener("click", () => {
      forget();
      form.reset();
      box.remove();
    });
    words.append(undo);
    box.append(words);
    form.prepend(box);
  }

  function keep(form) {
    const key = keyOf(form);
    const sent = `${key}:sent`;
    // The page after a successful form no longer holds that form; a refused form comes back with its own values.
    store(sent, null);
    if (taken && stored(key)?.number === taken) store(key, null);
    const kept = stored(key);
    if (kept && !form.querySelector("[aria-invalid]") && restore(form, kept)) announce(form, () => store(key, null));
    form.addEventListener("input", () => {
      const values = fieldsOf(form).map((field, place) => [`${place}:${field.name}`, valueOf(field)]);
      store(key, { ...Object.fromEntries(values), number: numberOf(form)?.value });
    });
    form.addEventListener("submit", () => store(sent, Date.now()));
  }

  // Sent and gone: we came here from the form's own page, and it did not come back. A page of refusal or of
  // sign-in (data-unsent) means that it was not taken: what was written waits for its form.
  function forgetSent(present) {
    if (document.querySelector("[data-unsent]")) return;
    const from = document.referrer && new URL(document.referrer).pathname;
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(`${PREFIX}${from}:`) || !name.endsWith(":sent")) continue;
      const key = name.slice(0, -":sent".length);
      if (present.has(key)) continue;
      store(key, null);
      store(name, null);
    }
  }

  // Signing out on a shared machine leaves nothing behind.
  function forgetAll() {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) store(name, null);
  }

  function sendOnce(event) {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if ("forget" in form.dataset) forgetAll();
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    form.dataset.sending = "yes";
    event.submitter?.setAttribute("aria-busy", "true");
  }

  const kept = [...document.querySelectorAll("form[data-keep]")];
  try {
    forgetSent(new Set(kept.map(keyOf)));
  } catch {
    // no storage at all
  }
  kept.forEach(keep);
  document.addEventListener("submit", sendOnce);
  // Back in the browser shows the page as it was left: let its forms be sent again.
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sending]").forEach((form) => {
      delete form.dataset.sending;
      form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
    });
  });
})();
