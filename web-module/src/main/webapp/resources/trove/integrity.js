"use strict";
/* Shows how far a running audit is, and what became of it when it has ended, where the page is. */
document.addEventListener("DOMContentLoaded", () => {
  const { ask, polish, renew, say } = trove;
  const AGAIN_MS = 500;
  const LATER_MS = 5000;

  const follow = async (running) => {
    if (!running.isConnected) return;
    let wait = AGAIN_MS;
    try {
      const audit = await (await ask(running.dataset.audit)).json();
      if (audit.state !== "running") {
        await renew(watch);
        say(document.getElementById("verdict").textContent);
        return;
      }
      running.querySelector("progress").value = audit.at;
      running.querySelector("data").value = audit.at;
      polish(running);
    } catch (unanswered) {
      wait = LATER_MS;
    }
    setTimeout(() => follow(running), wait);
  };

  const watch = (part) => part.querySelectorAll("[data-audit]").forEach((running) => setTimeout(() => follow(running), AGAIN_MS / 2));

  watch(document);
});
