"use strict";
/* Shows how far a running audit is, and the page anew when it has ended. */
document.addEventListener("DOMContentLoaded", () => {
  const running = document.querySelector("[data-audit]");
  if (!running) return;
  const look = async () => {
    const audit = await (await trove.ask(running.dataset.audit)).json();
    if (audit.state !== "running") {
      location.reload();
      return;
    }
    running.querySelector("progress").value = audit.at;
    running.querySelector("data").value = audit.at;
    trove.polish(running);
    setTimeout(look, 500);
  };
  setTimeout(look, 300);
});
