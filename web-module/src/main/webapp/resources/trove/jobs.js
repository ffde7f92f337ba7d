"use strict";
/* Shows how far running jobs are, and what became of one that has ended, without touching what is being typed. */
document.addEventListener("DOMContentLoaded", () => {
  const { ask, count, polish, renew, say } = trove;
  const AGAIN_MS = 1000;
  const LATER_MS = 5000;

  const pace = ({ ratePerSecond: rate, leftSeconds: left }) => [rate && `${new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 }).format(rate)} a second`, left !== undefined && `about ${count(Math.ceil(left), "second")} left`].filter(Boolean).join(", ");

  const follow = async (place) => {
    if (!place.isConnected) return;
    let wait = AGAIN_MS;
    try {
      const job = await (await ask(place.dataset.job)).json();
      if (job.state !== "running") {
        await renew(watch);
        say(`${job.job} ${job.id} is ${job.state}`);
        return;
      }
      Object.assign(place.querySelector("progress"), { max: Math.max(1, job.total), value: job.done });
      place.querySelector(".done-so-far").value = job.done;
      place.querySelector(".in-all").value = job.total;
      place.querySelectorAll(".phase").forEach((phase) => { phase.textContent = job.phase; });
      place.querySelectorAll(".pace").forEach((at) => { at.textContent = pace(job); });
      polish(place);
    } catch (unanswered) {
      wait = LATER_MS;
    }
    setTimeout(() => follow(place), wait);
  };

  const watch = (part) => part.querySelectorAll("[data-job]").forEach((place) => {
    if (place.dataset.job) setTimeout(() => follow(place), AGAIN_MS / 2);
  });
  const kind = document.getElementById("kind");
  const fit = () => document.querySelectorAll("[data-kind]").forEach((part) => { part.hidden = part.disabled = part.dataset.kind !== kind.value; });
  const form = document.getElementById("job-form");
  /* What was refused stays as it was typed, and what holds it stays open. */
  form?.querySelectorAll("[data-at]").forEach((input) => {
    const at = new Date(input.dataset.at);
    if (input.dataset.at && !Number.isNaN(at.getTime())) input.value = new Date(at.getTime() - at.getTimezoneOffset() * 60000).toISOString().slice(0, 19);
  });
  form?.querySelectorAll("details").forEach((part) => { part.open = [...part.querySelectorAll("input")].some((input) => input.value); });
  /* Times are typed in the reader's zone and asked for in UTC. */
  if (form) {
    form.addEventListener("submit", () => form.querySelectorAll("[data-utc]").forEach((input) => {
      if (input.value && !input.closest("[data-kind]").disabled) form.append(trove.make("input", { type: "hidden", name: input.dataset.utc, value: new Date(input.value).toISOString() }));
    }));
  }
  /* A file of lines is sent when it is chosen, and the job is told its hash. */
  const lines = document.getElementById("lines");
  let sending = null;
  const send = async (file, said, blob) => {
    blob.value = "";
    said.textContent = "It is on its way…";
    try {
      const sent = await (await ask(lines.dataset.blobs, { method: "PUT", body: file })).json();
      blob.value = sent.hash;
      said.textContent = `It is here: ${count(sent.size, "byte")}.`;
    } catch (error) {
      said.textContent = error.message;
    }
    sending = null;
  };
  lines?.addEventListener("change", () => {
    sending = lines.files.length ? send(lines.files[0], document.getElementById("lines-said"), document.getElementById("blob")) : null;
  });
  form?.addEventListener("submit", (submitted) => {
    if (!sending || lines.closest("[data-kind]").disabled) return;
    submitted.preventDefault();
    submitted.stopImmediatePropagation();
    sending.then(() => setTimeout(() => form.requestSubmit(submitted.submitter)));
  }, { capture: true });
  if (kind) {
    kind.addEventListener("change", fit);
    fit();
  }
  document.addEventListener("again", () => renew(watch));
  watch(document);
});
