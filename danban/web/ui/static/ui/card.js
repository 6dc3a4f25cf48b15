// The secret of a printed card comes in the part of the address behind "#", which never leaves the browser.
// It is wiped from the address at once, put into the form and sent. Without this the code on the card is typed.
"use strict";

(() => {
  const secret = location.hash.slice(1);
  if (!secret) return;
  history.replaceState(null, "", location.pathname + location.search);
  const form = document.querySelector("form[data-card]");
  if (!form) return;
  form.elements.code.value = secret;
  if (form.requestSubmit) form.requestSubmit();
  else form.submit();
})();
