"use strict";
/* Recording by hand. What is asked for goes to the API as it would from any program, and its answer is shown. */
(() => {
  const { ask, el, form, json, page, sorry } = window.trove;
  const card = document.getElementById("doing");
  if (!card) return;
  const { api, ledger } = card.dataset;
  const answer = document.getElementById("answer");
  const JSON_TYPE = { Accept: "application/json", "Content-Type": "application/json" };

  const value = (id) => document.getElementById(id).value.trim();

  const parsed = (id) => {
    try { return JSON.parse(value(id)); } catch (error) { throw new Error(`This is not JSON: ${error.message}`); }
  };

  const done = (...parts) => answer.replaceChildren(el("p", { class: "done" }, el("i", { class: "pi pi-check-circle", "aria-hidden": "true" }), el("span", {}, parts)));

  const eventLink = (receipt) => el("a", { href: page("event", { ledger, id: receipt.id.id, version: receipt.id.version }) }, `position ${new Intl.NumberFormat().format(receipt.position)}`);

  const clear = () => card.querySelectorAll(".fault").forEach((fault) => { fault.hidden = true; });

  /** Each violation at its field where there is one, and all of them in the answer. */
  const refuse = (error) => {
    const violations = (error.problem && (error.problem.violations || (error.problem.errors || []).flatMap((each) => each.violations || [each]))) || [];
    violations.forEach(({ pointer, got, wanted }) => {
      const place = [...card.querySelectorAll("[data-pointer]")].find((each) => each.dataset.pointer === pointer);
      if (!place) return;
      const fault = place.querySelector(".fault");
      fault.textContent = `This is ${got}${wanted ? `; wanted is ${wanted}` : ""}`;
      fault.hidden = false;
    });
    answer.replaceChildren(sorry(error.message), violations.length === 0 ? "" : el("ul", { class: "faults" }, violations.map(({ pointer, got, wanted }) => el("li", {}, el("code", {}, pointer), ` is ${got}${wanted ? `; wanted is ${wanted}` : ""}`))));
  };

  const on = (id, act) => {
    const node = document.getElementById(id);
    if (!node) return;
    node.addEventListener("submit", async (submitted) => {
      submitted.preventDefault();
      const button = node.querySelector("button[type=submit]");
      button.disabled = true;
      clear();
      try { await act(); } catch (error) { refuse(error); }
      button.disabled = false;
    });
  };

  const eventForm = () => {
    const place = document.getElementById("payload");
    if (!place) return;
    let fields = null;
    let asked = 0;

    const shape = async () => {
      const mine = ++asked;
      const type = value("type");
      let schema = null;
      if (type !== "") {
        try {
          schema = await json(`${api}/schemas/${encodeURIComponent(type)}`);
        } catch (error) {
          if (!error.problem || error.problem.status !== 404) answer.replaceChildren(sorry(error.message));
        }
      }
      if (mine !== asked) return;
      fields = form(schema && schema.schema);
      place.replaceChildren(el("legend", {}, "Payload"), fields.node);
      document.getElementById("type-said").textContent = schema ? `The form is made from ${schema.id}, version ${schema.version}.` : "";
    };

    const draft = (files) => {
      const event = { type: value("type") };
      const payload = fields.read();
      if (payload !== undefined) event.payload = payload;
      if (value("entity-id") || value("entity-type")) event.entity = { ...(value("entity-type") && { type: value("entity-type") }), ...(value("entity-id") && { id: value("entity-id") }) };
      if (value("message")) event.message = value("message");
      if (value("link-target")) event.links = [{ type: value("link-type"), targetEvent: { id: value("link-target") } }];
      if (files.length > 0) event.files = files.map((file, index) => ({ id: `file-${index + 1}`, filename: file.name, contentType: file.type || "application/octet-stream" }));
      return event;
    };

    on("event-form", async () => {
      const files = [...document.getElementById("attached").files];
      const event = JSON.stringify(draft(files));
      let body = event;
      if (files.length > 0) {
        body = new FormData();
        body.append("event", new Blob([event], { type: "application/json" }));
        files.forEach((file, index) => body.append(`file-${index + 1}`, file));
      }
      const receipt = await json(`${api}/events`, { method: "POST", headers: files.length > 0 ? { Accept: "application/json" } : JSON_TYPE, body });
      done("The event is recorded at ", eventLink(receipt), ".");
    });

    document.getElementById("type").addEventListener("change", shape);
    shape();
  };

  on("entity-form", async () => {
    const [type, id] = [value("type"), value("id")];
    await ask(`${api}/entities/${encodeURIComponent(type)}/${encodeURIComponent(id)}`, { method: "POST", headers: JSON_TYPE, body: JSON.stringify(parsed("state")) });
    done("It is created: ", el("a", { href: page("entity", { ledger, type, id }) }, `${type} ${id}`));
  });

  on("link-form", async () => {
    const linked = await json(`${api}/links`, { method: "POST", headers: JSON_TYPE, body: JSON.stringify({ source: { id: value("source") }, type: value("type"), target: { id: value("target") } }) });
    done(linked.event ? "They are linked, from " : "They were linked already, from ", el("a", { href: page("event", { ledger, id: linked.link.source.id, version: linked.link.source.version }) }, linked.link.source.id), ".");
  });

  on("command-form", async () => {
    const outcome = await json(`${api}/commands`, { method: "POST", headers: JSON_TYPE, body: JSON.stringify({ type: value("type"), entity: { id: value("entity-id") }, payload: parsed("state") }) });
    if (outcome.rejected) answer.replaceChildren(sorry(`It was refused: ${outcome.reason}`));
    else done("It was done, by ", (outcome.events || []).flatMap((each, index) => [index === 0 ? "" : ", ", eventLink(each)]), ".");
  });

  const commands = async () => {
    const list = document.querySelector("#command-form datalist");
    if (!list) return;
    try {
      const known = await json(`${api}/commands`);
      list.replaceChildren(...(known.items || []).map((each) => el("option", { value: each.type })));
      if ((known.items || []).length === 0) document.getElementById("type-said").textContent = "No command is registered in this ledger yet, so that none can be run.";
    } catch (error) {
      answer.replaceChildren(sorry(error.message));
    }
  };

  eventForm();
  commands();
})();
