"use strict";
/* Shows how far running jobs are, and the page anew when one has ended. */
document.addEventListener("DOMContentLoaded", () => {
  const follow = async (place) => {
    const job = await (await trove.ask(place.dataset.job)).json();
    if (job.state !== "running") {
      location.reload();
      return;
    }
    Object.assign(place.querySelector("progress"), { max: Math.max(1, job.total), value: job.done });
    place.querySelector(".done-so-far").value = job.done;
    place.querySelector(".in-all").value = job.total;
    trove.polish(place);
    setTimeout(() => follow(place), 1000);
  };
  const kind = document.getElementById("kind");
  const fit = () => document.querySelectorAll("[data-kind]").forEach((part) => { part.hidden = part.disabled = part.dataset.kind !== kind.value; });
  /* Times are typed in the reader's zone and asked for in UTC. */
  const form = document.getElementById("job-form");
  if (form) {
    form.addEventListener("submit", () => form.querySelectorAll("[data-utc]").forEach((input) => {
      if (input.value && !input.closest("[data-kind]").disabled) form.append(trove.make("input", { type: "hidden", name: input.dataset.utc, value: new Date(input.value).toISOString() }));
    }));
  }
  if (kind) {
    kind.addEventListener("change", fit);
    fit();
  }
  document.querySelectorAll("[data-job]").forEach((place) => {
    if (place.dataset.job) setTimeout(() => follow(place), 500);
  });
});
