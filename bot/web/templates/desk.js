"use strict";
(() => {
  const lock = document.getElementById("lock");
  const minute = 60000;
  let seen = Date.now();
  let told = seen;
  const here = () => {
    seen = Date.now();
    if (seen - told < minute) return;
    told = seen;
    navigator.sendBeacon("/desk/awake", new URLSearchParams(new FormData(lock)));
  };
  for (const kind of ["input", "keydown", "pointerdown"]) document.addEventListener(kind, here);
  setInterval(() => { if (Date.now() - seen >= 15 * minute) location.replace("/desk"); }, minute / 4);
})();
