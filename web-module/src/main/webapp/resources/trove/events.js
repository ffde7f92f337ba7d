"use strict";
/* The page of events: views that this browser keeps, times in the reader's zone, and following what is recorded. */
(() => {
  const { count, el, page, polish, say, stream } = window.trove;
  const LIVE_ROWS_MAX = 500;
  const EXCERPT_MAX = 120;

  const table = document.getElementById("events");
  const ledger = new URLSearchParams(location.search).get("ledger") || (document.getElementById("views") || { dataset: {} }).dataset.ledger;

  const forget = (form) => form.querySelectorAll(".in-utc").forEach((input) => input.remove());

  /* Times are typed in the reader's zone and asked for in UTC. */
  document.querySelectorAll("form.filter").forEach((form) => form.addEventListener("submit", () => {
    forget(form);
    form.querySelectorAll("[data-utc]").forEach((input) => {
      if (input.value) form.append(el("input", { type: "hidden", class: "in-utc", name: input.dataset.utc, value: new Date(input.value).toISOString() }));
    });
    form.querySelectorAll("input[name]").forEach((input) => { if (input.value === "") input.disabled = true; });
  }));
  /* Who comes back finds the form as it was before. */
  window.addEventListener("pageshow", () => document.querySelectorAll("form.filter").forEach((form) => {
    forget(form);
    form.querySelectorAll("input:disabled").forEach((input) => { input.disabled = false; });
  }));

  const views = () => {
    const box = document.getElementById("views");
    if (!box) return;
    const input = box.querySelector("input");
    const place = `trove.views.${box.dataset.principal}`;
    const read = () => { try { return JSON.parse(localStorage.getItem(place)) || {}; } catch (unreadable) { return {}; } };
    const write = (all) => { localStorage.setItem(place, JSON.stringify(all)); draw(); };
    const address = () => {
      const query = new URLSearchParams(location.search);
      ["ledger", "older", "newer", "cursor"].forEach((name) => query.delete(name));
      return query.toString();
    };
    const draw = () => {
      const all = Object.entries(read()).sort(([a], [b]) => a.localeCompare(b));
      box.querySelector("ul").replaceChildren(...all.map(([name, query]) => el("li", {},
        el("a", { href: `${page("events", { ledger })}${query ? `&${query}` : ""}` }, name || "(without a name)"),
        el("button", { type: "button", class: "plain", "aria-label": `Forget the view ${name}`, onclick: (event) => drop(event, name) },
          el("i", { class: "pi pi-trash", "aria-hidden": "true" })))));
    };
    /* The menu stays open, and who forgets one goes on at the next: a button that is gone would close it, as if the click were beside it. */
    const drop = (event, name) => {
      event.stopPropagation();
      const buttons = () => [...box.querySelectorAll("ul button")];
      const index = buttons().indexOf(event.currentTarget);
      write(Object.fromEntries(Object.entries(read()).filter(([each]) => each !== name)));
      say(`The view ${name} is forgotten`);
      (buttons()[Math.min(index, buttons().length - 1)] || input).focus();
    };
    box.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      const name = input.value.trim();
      input.setCustomValidity(name === "" ? "A view has a name." : "");
      if (!input.reportValidity()) return;
      write({ ...read(), [name]: address() });
      say(`The view ${name} is kept`);
      input.value = "";
    });
    input.addEventListener("input", () => input.setCustomValidity(""));
    draw();
  };

  const at = (event, pointer) => pointer.split("/").slice(1).reduce((value, name) => (value === null || value === undefined ? undefined : value[name]), event);

  const text = (value) => {
    if (value === undefined) return "";
    const whole = typeof value === "string" ? value : JSON.stringify(value);
    return whole.length <= EXCERPT_MAX ? whole : `${whole.slice(0, EXCERPT_MAX / 2)}…`;
  };

  const cells = {
    position: (event, address) => el("a", { href: address }, el("span", { class: "sr-only" }, "Event at position "), new Intl.NumberFormat().format(event.position)),
    type: (event, address) => el("a", { class: "kind", href: address }, event.type),
    entity: (event) => [el("span", { class: "muted" }, `${at(event, "/entity/type") || ""} `),
      at(event, "/entity/id") === undefined ? "" : el("a", { href: page("entity", { ledger, type: event.entity.type, id: event.entity.id }) }, event.entity.id)],
    actor: (event) => [text(at(event, "/actor/id")), " ", at(event, "/actor/type") ? el("span", { class: "tag" }, event.actor.type) : ""],
    recorded: (event) => el("time", { datetime: event.recordedAt }, event.recordedAt),
    created: (event) => el("time", { datetime: event.createdAt }, event.createdAt),
    schema: (event) => (event.schema ? [event.schema.id, " ", el("span", { class: "tag" }, event.schema.version)] : ""),
    payload: (event) => el("code", {}, text(event.payload)),
  };

  const row = (event) => {
    const address = page("event", { ledger, id: event.id.id, version: event.id.version });
    return el("tr", { class: "new" }, [...table.querySelectorAll("th")].map((heading) => {
      const name = heading.dataset.column;
      const cell = cells[name] || ((each) => text(at(each, heading.dataset.pointer)));
      return el("td", { "data-label": heading.textContent, class: `c-${name}` }, el("div", {}, cell(event, address)));
    }));
  };

  const follow = () => {
    const button = document.getElementById("follow");
    const state = document.getElementById("live");
    if (!button || !table || !window.EventSource) return;
    const body = table.querySelector("tbody");
    let follows = false;
    let paused = false;
    let waiting = [];
    let waited = 0;
    let seen = 0;
    let live = null;

    const put = (event) => {
      body.prepend(row(event));
      while (body.rows.length > LIVE_ROWS_MAX) body.lastElementChild.remove();
      polish(body.firstElementChild);
    };

    const told = () => {
      state.hidden = false;
      state.className = `live ${paused ? "paused" : "on"}`;
      state.textContent = paused ? `Paused. ${count(waited, "new event waits", "new events wait")}.`
        : `Live. ${count(seen, "new event")} since you follow.`;
    };

    const label = (icon, words, pressed) => {
      button.querySelector("i").className = `pi ${icon}`;
      button.querySelector("span").textContent = words;
      button.setAttribute("aria-pressed", String(pressed));
    };

    /* Of more than the page has rows for, only the newest are kept; all are counted. */
    const wait = (event) => {
      waited += 1;
      waiting.push(event);
      if (waiting.length > LIVE_ROWS_MAX) waiting.shift();
    };

    const catchUp = () => {
      seen += waited;
      waiting.forEach(put);
      [waiting, waited] = [[], 0];
    };

    const begin = () => stream(table.dataset.stream, {
      opened: told,
      event: (event) => {
        if (paused) wait(event);
        else { seen += 1; put(event); }
        told();
      },
      ended: (why) => {
        catchUp();
        [follows, paused] = [false, false];
        told();
        state.className = "live";
        state.textContent = why;
        label("pi-play", "Follow live", false);
      },
    });

    button.hidden = false;
    button.addEventListener("click", () => {
      if (!follows) {
        follows = true;
        if (live) live.resume();
        else live = begin();
        label("pi-pause", "Pause", true);
        return;
      }
      paused = !paused;
      if (!paused) catchUp();
      label(paused ? "pi-play" : "pi-pause", paused ? "Go on" : "Pause", !paused);
      told();
    });
  };

  views();
  follow();
})();
