"use strict";
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const read = (options) => {
    options.challenge = bytes(options.challenge);
    options.extensions.prf.eval.first = bytes(options.extensions.prf.eval.first);
    if (options.user) options.user.id = bytes(options.user.id);
    for (const each of [...(options.allowCredentials || []), ...(options.excludeCredentials || [])]) each.id = bytes(each.id);
    return options;
  };
  const written = (credential) => {
    const said = {};
    for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[part]) said[part] = text(credential.response[part]);
    }
    return JSON.stringify({id: credential.id, rawId: text(credential.rawId), type: credential.type, response: said});
  };
  const use = async (form) => {
    const fields = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.dataset.ask, {method: "POST", body: fields});
    if (!answer.ok) throw new Error(answer.status === 403 ? "refused" : "failed");
    const options = {publicKey: read(await answer.json())};
    const make = form.dataset.passkey === "make";
    const credential = await (make ? navigator.credentials.create(options) : navigator.credentials.get(options));
    const prf = credential.getClientExtensionResults().prf;
    form.elements.answer.value = written(credential);
    form.elements.opener.value = prf && prf.results ? text(prf.results.first) : "";
    form.submit();
  };
  for (const form of window.PublicKeyCredential ? document.querySelectorAll("form[data-passkey]") : []) {
    form.hidden = false;
    const failed = form.querySelector("[data-failed]");
    const button = form.querySelector("button");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (button.getAttribute("aria-disabled")) return;
      button.setAttribute("aria-disabled", "true");
      failed.textContent = "";
      try {
        await use(form);
      } catch (error) {
        failed.textContent = error.message === "refused" ? failed.dataset.refused : failed.dataset.failed;
      }
      button.removeAttribute("aria-disabled");
    });
  }
  for (const each of window.PublicKeyCredential ? document.querySelectorAll("[data-no-passkey]") : []) each.remove();
})();
