"use strict";
/* Checks a schema as it is typed, and tries it on the events that are there, line by line as the answer comes. */
document.addEventListener("DOMContentLoaded", () => {
  const { ask, busy, make, polish } = trove;
  const desk = document.querySelector(".desk");
  const [id, typed, verdict, tried, button] = ["id", "text", "verdict", "tried", "try"].map((each) => document.getElementById(each));
  const TONES = { harmless: "good", breaking: "bad", unconfirmed: "weak", undecided: "weak" };
  const SHOWN_MAX = 20;
  const VIOLATIONS_MAX = 5;
  const promises = JSON.parse(desk.dataset.promises);

  const badge = (word, tone) => make("span", { class: `badge ${tone}` }, word);
  const code = (value) => make("code", {}, value);
  const json = (value, label) => make("pre", { class: "block", tabindex: "0", "aria-label": label }, code(JSON.stringify(value, null, 2)));
  const schemas = (operation) => `${desk.dataset.api}/schemas/${encodeURIComponent(id.value.trim())}/${operation}`;
  const sent = () => ({ method: "POST", body: typed.value, headers: { "Content-Type": "application/json", Accept: "application/json" } });
  const sorry = (error) => make("p", { class: "sorry" }, make("i", { class: "pi pi-exclamation-circle", "aria-hidden": "true" }), make("span", {}, error.message));

  const difference = (each) => {
    const line = make("li", {},
      make("p", {}, badge(each.standing, TONES[each.standing]), " ", code(each.pointer || "the whole"), " ", make("span", { class: "muted" }, `against version ${each.version}, ${each.direction}`)),
      make("p", {}, each.why));
    if (each.counterExample !== undefined) line.append(make("p", { class: "muted" }, each.direction === "backward" ? "The earlier version accepts this and the new one would not:" : "The new version accepts this and the earlier one would not:"), json(each.counterExample, "Counter-example"));
    return line;
  };

  const tell = (found) => {
    const parts = [make("p", {}, badge(found.compatible ? "fits" : "breaks", found.compatible ? "good" : "bad"), " ",
      found.compatible ? `It keeps what is asked: ${promises[found.compatibility]}.` : `It is asked that ${promises[found.compatibility]}. It does not:`)];
    if (found.differences.length) parts.push(make("ul", { class: "verdicts" }, ...found.differences.slice(0, SHOWN_MAX).map(difference)));
    if (found.warnings.length) parts.push(make("p", { class: "strong" }, "Advice"), make("ul", { class: "verdicts" }, ...found.warnings.map((each) => make("li", {}, code(each.pointer || "the whole"), " ", each.advice))));
    return parts;
  };

  let turn = 0;
  const check = async () => {
    const mine = ++turn;
    if (!id.value.trim()) {
      verdict.replaceChildren(make("p", { class: "muted" }, "Give it an id first."));
      return;
    }
    let shown;
    try {
      JSON.parse(typed.value);
      shown = tell(await (await ask(schemas("compatibility"), sent())).json());
    } catch (error) {
      shown = [sorry(error)];
    }
    if (mine === turn) verdict.replaceChildren(...shown);
  };

  let soon;
  [id, typed].forEach((field) => field.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(check, 350);
  }));

  const lines = async function* (answer) {
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const all = (rest + part.value).split("\n");
      rest = all.pop();
      for (const each of all) if (each) yield JSON.parse(each);
    }
  };

  const failure = (each) => make("li", {},
    make("p", {}, make("a", { href: `/console/event?ledger=${desk.dataset.ledger}&position=${each.position}` }, "Event ", make("data", { value: each.position }, each.position)), " ", code(each.id || "")),
    ...each.violations.slice(0, VIOLATIONS_MAX).map((why) => make("p", {}, code(why.pointer || "the whole"), " ", make("span", { class: "muted" }, [why.got !== undefined && `is ${text(why.got)}`, why.wanted && `wanted is ${text(why.wanted)}`].filter(Boolean).join("; ") || why.keyword))));

  const text = (said) => (typeof said === "string" ? said : JSON.stringify(said));

  /* How many events there are of the type, as far as types are counted. */
  const events = async () => (await (await ask(desk.dataset.api)).json()).byType?.[id.value.trim()] || 0;

  const attempt = async () => {
    const progress = make("progress", { "aria-label": "Events tried", max: Math.max(1, await events()), value: 0 });
    const tally = make("p", { role: "status" }, "Trying…");
    const failures = make("ul", { class: "verdicts" });
    tried.replaceChildren(progress, tally, failures);
    try {
      for await (const line of lines(await ask(schemas("dry-run"), sent()))) {
        if (line.violations) {
          if (failures.children.length < SHOWN_MAX) failures.append(failure(line));
          else if (!tried.querySelector(".rest")) tried.append(make("p", { class: "muted rest" }, `The first ${SHOWN_MAX} are listed.`));
          continue;
        }
        progress.value = line.done ? progress.max : line.checked;
        tally.replaceChildren(...(line.done === undefined ? [] : [badge(line.failed ? "some would be refused" : "all conform", line.failed ? "bad" : "good"), " "]),
          make("data", { value: line.failed }, line.failed), " of ", make("data", { value: line.checked }, line.checked), " would be refused", line.done ? "." : " so far.");
        if (line.done === false) tried.append(sorry(new Error(line.detail)));
      }
    } catch (error) {
      tried.replaceChildren(sorry(error));
    }
    polish(tried);
  };

  button.hidden = false;
  button.addEventListener("click", () => busy(button, attempt));
  check();
});
