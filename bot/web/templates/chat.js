"use strict";
(() => {
  const leave = document.getElementById("leave");
  const target = leave && leave.dataset.to;
  const go = () => {
    navigator.sendBeacon(leave.getAttribute("action"), new URLSearchParams(new FormData(leave)));
    document.documentElement.hidden = true;
    location.replace(target);
  };
  if (leave) {
    leave.addEventListener("submit", (event) => { event.preventDefault(); go(); });
    let pressed = 0;
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      if (event.timeStamp - pressed < 1000) go();
      pressed = event.timeStamp;
    });
  }
  const talk = document.getElementById("talk");
  if (!talk) return;
  const said = (text) => {
    const item = document.createElement("li");
    const who = document.createElement("span");
    const words = document.createElement("p");
    item.className = "you";
    who.className = "who";
    who.textContent = talk.dataset.you;
    words.textContent = text;
    words.dir = "auto";
    item.append(who, words);
    return item;
  };
  const hide = (item) => {
    const gone = document.createElement("p");
    gone.textContent = talk.dataset.gone;
    item.replaceChildren(gone);
    delete item.dataset.secret;
  };
  const bare = (html) => html.replace(/<(style|script)\b[^]*?<\/\1>/g, "");
  const lost = () => {
    const words = document.createElement("p");
    const notice = document.createElement("div");
    words.textContent = talk.dataset.lost;
    notice.id = "lost";
    notice.className = "notice";
    notice.tabIndex = -1;
    notice.setAttribute("role", "alert");
    notice.append(words);
    document.getElementById("lost")?.remove();
    document.getElementById("after").prepend(notice);
    notice.focus({preventScroll: true});
    notice.scrollIntoView({block: "center"});
  };
  let busy = false;
  const send = async (form, button) => {
    const fields = new FormData(form);
    if (button && button.name) fields.append(button.name, button.value);
    const text = form.querySelector("textarea");
    const shown = text ? "" : button.textContent.trim();
    const answer = await fetch(form.getAttribute("action"), {method: "POST", body: new URLSearchParams(fields), headers: {"x-by-script": "1"}});
    const page = new DOMParser().parseFromString(bare(await answer.text()), "text/html");
    const fresh = page.getElementById("talk");
    if (answer.redirected || !fresh || page.documentElement.lang !== document.documentElement.lang) throw new Error();
    const log = document.getElementById("log");
    if (fresh.dataset.kept === "no") log.replaceChildren();
    talk.dataset.kept = fresh.dataset.kept;
    const secrets = [...log.querySelectorAll("[data-secret]")];
    // What is typed while the code is on show may be words of the code.
    const added = [...fresh.querySelectorAll("#log > li")].filter((item) => !secrets.length || !item.matches(".you"));
    if (fresh.dataset.code === "gone" || added.some((item) => item.matches("[data-secret]"))) secrets.forEach(hide);
    const old = [...log.children];
    for (const form of log.querySelectorAll("form")) form.remove();
    if (shown && old.length) log.append(said(shown));
    log.append(...added);
    while (log.children.length > 80) log.firstChild.remove();
    for (const part of ["after", "bar", "above"]) {
      const now = document.getElementById(part), next = page.getElementById(part);
      if (now && next) now.replaceWith(next);
    }
    const first = added[0] || old[old.length - 1];
    if (first) { first.tabIndex = -1; first.focus({preventScroll: true}); first.scrollIntoView({block: "start"}); }
    listen();
  };
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-talk]")) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    const button = event.submitter;
    if (button) button.setAttribute("aria-disabled", "true");
    try {
      await send(form, button);
    } catch (error) {
      if (error instanceof TypeError) {  // no connection: a page that is loaded whole would be lost, and the words with it
        if (button) button.removeAttribute("aria-disabled");
        lost();
        return;
      }
      const field = document.createElement("input");
      field.type = "hidden";
      if (button && button.name) { field.name = button.name; field.value = button.value; form.append(field); }
      form.submit();
    } finally {
      busy = false;
    }
  });
  let source = null;
  const listen = () => {
    const wants = talk.dataset.kept === "yes";
    if (!wants || (source && source.readyState !== EventSource.CLOSED)) return;
    source = new EventSource(talk.dataset.news);
    source.addEventListener("news", () => {
      const news = document.getElementById("news");
      if (news) news.hidden = false;
    });
  };
  listen();
})();
