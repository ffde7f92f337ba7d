"use strict";
/* Does something to what stands in a list: to what is ticked, or to all that is shown, one after the other; and tells what came of each. */
document.addEventListener("DOMContentLoaded", () => {
  const { ask, busy, count, make } = trove;

  const icon = (name) => make("i", { class: `pi pi-${name}`, "aria-hidden": "true" });

  const line = (kind, name, text) => make("p", { class: kind }, icon(name), make("span", {}, text));

  document.querySelectorAll("form.again").forEach((form) => {
    const said = form.querySelector(".again-said");
    const { one, many } = form.dataset;
    const all = () => [...(document.getElementById(form.dataset.of)?.querySelectorAll("[data-post]") || [])];

    /* Nothing to try: no buttons; what was told stays. */
    const fit = () => {
      form.hidden = all().length === 0 && said.childElementCount === 0;
      form.querySelector(".acts").hidden = all().length === 0;
    };

    /* Why it did not help; empty when it did. */
    const attempt = async ({ dataset }, path) => {
      const skip = path === "/skip" ? { headers: { Accept: "application/json", "Content-Type": "application/json" }, body: JSON.stringify({ position: Number(dataset.position), reason: form.elements.reason.value.trim() }) } : {};
      try {
        const then = await (await ask(`${dataset.post}${path}`, { method: "POST", ...skip })).json();
        return then.parked ? `fails at position ${new Intl.NumberFormat().format(then.parked.position)}: ${then.parked.why}` : "";
      } catch (refused) {
        return refused.message;
      }
    };

    const tell = (went, failed) => said.replaceChildren(
      ...(went > 0 ? [line("done", "check-circle", `${count(went, one, many)}.`)] : []),
      ...(failed.length > 0 ? [line("sorry", "exclamation-circle", `It did not help with ${count(failed.length, "of them", "of them")}:`),
        make("ul", { class: "faults" }, ...failed.map(({ name, why }) => make("li", {}, make("strong", {}, name), ` ${why}`)))] : []));

    const run = async (those, path) => {
      let went = 0;
      const failed = [];
      for (const [index, each] of those.entries()) {
        said.replaceChildren(make("p", { class: "muted" }, `${index + 1} of ${those.length}…`));
        const why = await attempt(each, path);
        if (why) {
          failed.push({ name: each.dataset.name, why });
        } else {
          went += 1;
          each.closest("tr").classList.add("helped");
          each.closest("label").replaceWith(make("span", { class: "badge good" }, "done"));
        }
      }
      const isHeld = form.contains(document.activeElement);
      tell(went, failed);
      document.dispatchEvent(new Event("again"));
      fit();
      if (!isHeld || all().length > 0) return;
      said.tabIndex = -1;
      said.focus();
    };

    form.querySelector("[data-tick]").addEventListener("click", () => {
      const ticked = !all().every((each) => each.checked);
      all().forEach((each) => { each.checked = ticked; });
    });
    form.addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      const those = all().filter((each) => submitted.submitter.value === "all" || each.checked);
      if (those.length === 0) said.replaceChildren(make("p", { class: "muted" }, "Tick those that you mean first."));
      else busy(submitted.submitter, () => run(those, submitted.submitter.dataset.path));
    });
    fit();
  });
});
