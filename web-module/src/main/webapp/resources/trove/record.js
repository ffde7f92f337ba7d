"use strict";
/* Recording by hand. What is asked for goes to the API as it would from any program, and its answer is shown. */
(() => {
  const { ask, busy, el, fault, formOf, json, page, sorry } = window.trove;
  const card = document.getElementById("doing");
  if (!card) return;
  const { api, ledger } = card.dataset;
  const answer = document.getElementById("answer");
  const JSON_TYPE = { Accept: "application/json", "Content-Type": "application/json" };

  const value = (id) => document.getElementById(id).value.trim();

  const done = (...parts) => answer.replaceChildren(el("p", { class: "done" }, el("i", { class: "pi pi-check-circle", "aria-hidden": "true" }), el("span", {}, parts)));

  const eventLink = (receipt) => el("a", { href: page("event", { ledger, id: receipt.id.id, version: receipt.id.version }) }, `position ${new Intl.NumberFormat().format(receipt.position)}`);

  const fields = () => [...card.querySelectorAll("[data-pointer]")];

  const wantedInstead = ({ got, wanted }) => `${got}${wanted ? `; wanted is ${wanted}` : ""}`;

  /** The field of a pointer, or the nearest that holds it. */
  const fieldOf = (pointer) => fields().filter(({ dataset }) => `${pointer}/`.startsWith(`${dataset.pointer}/`)).sort((one, other) => other.dataset.pointer.length - one.dataset.pointer.length)[0];

  /** Each violation at its field where there is one, and all of them in the answer; the first is where one goes on. */
  const refuse = (error) => {
    const violations = (error.problem && (error.problem.violations || (error.problem.errors || []).flatMap((each) => each.violations || [each]))) || [];
    [...violations, ...(error.pointer === undefined ? [] : [error])].forEach((each) => {
      const place = fieldOf(each.pointer);
      if (place) fault(place, each.text || `${place.dataset.pointer === each.pointer ? "This" : each.pointer.slice(place.dataset.pointer.length)} is ${wantedInstead(each)}`);
    });
    const first = card.querySelector("[aria-invalid=true], [data-wrong]");
    (first?.matches("[data-wrong]") ? first.querySelector("input, select, textarea, button") : first)?.focus();
    answer.replaceChildren(sorry(error.message), violations.length === 0 ? "" : el("ul", { class: "faults" }, violations.map((each) => el("li", {}, el("code", {}, each.pointer), ` is ${wantedInstead(each)}`))));
  };

  const on = (id, act) => {
    const node = document.getElementById(id);
    if (!node) return;
    node.addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      busy(node.querySelector("button[type=submit]"), async () => {
        fields().forEach((each) => fault(each, ""));
        try { await act(); } catch (error) { refuse(error); }
      });
    });
  };

  const tell = (text) => { document.getElementById("type-said").textContent = text.trim(); };
  const made = (schema) => (schema ? `The form is made from the schema ${schema.id}, version ${schema.version}.` : "");

  const eventForm = () => {
    const place = document.getElementById("payload");
    if (!place) return;
    const payload = formOf(place, api, "Events of a type without a schema may say anything.");
    const shape = () => payload.fit(value("type")).then((schema) => { tell(made(schema)); }, refuse);

    const draft = (files) => {
      const event = { type: value("type") };
      const said = payload.read();
      if (said !== undefined) event.payload = said;
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

  const entityForm = () => {
    const place = document.getElementById("state");
    if (!place) return;
    const state = formOf(place, api, "An object, such as {\"name\": \"Ada\"}. Empty: nothing but that it is there.");
    const shape = () => state.fit(value("type") && `${value("type")}.created`).then((schema) => { tell(made(schema)); }, refuse);
    on("entity-form", async () => {
      const [type, id] = [value("type"), value("id")];
      await ask(`${api}/entities/${encodeURIComponent(type)}/${encodeURIComponent(id)}`, { method: "POST", headers: JSON_TYPE, body: JSON.stringify(state.read() ?? {}) });
      done("It is created: ", el("a", { href: page("entity", { ledger, type, id }) }, `${type} ${id}`));
    });
    document.getElementById("type").addEventListener("change", shape);
    shape();
  };

  on("link-form", async () => {
    const linked = await json(`${api}/links`, { method: "POST", headers: JSON_TYPE, body: JSON.stringify({ source: { id: value("source") }, type: value("type"), target: { id: value("target") } }) });
    done(linked.event ? "They are linked, from " : "They were linked already, from ", el("a", { href: page("event", { ledger, id: linked.link.source.id, version: linked.link.source.version }) }, linked.link.source.id), ".");
  });

  const commandForm = async () => {
    const place = document.getElementById("sent");
    if (!place) return;
    const payload = formOf(place, api, "What the handlers of this command ask for. Empty: an empty object.");
    let known = [];

    /** What the ledger has registered for commands of this type. */
    const about = async (type) => {
      if (type === "") return known.length === 0 ? "No command is registered in this ledger yet." : "";
      if (!known.includes(type)) return "Nothing is registered for such commands in this ledger.";
      const command = await json(`${api}/commands/${encodeURIComponent(type)}`);
      return `${command.description ? `${command.description}. ` : ""}For entities of the type ${command.entityType}.`;
    };
    const shape = async () => {
      const type = value("type");
      try {
        const [schema, said] = await Promise.all([payload.fit(type), about(type)]);
        if (type === value("type")) tell(`${said} ${made(schema)}`);
      } catch (error) {
        refuse(error);
      }
    };

    on("command-form", async () => {
      const outcome = await json(`${api}/commands`, { method: "POST", headers: JSON_TYPE, body: JSON.stringify({ type: value("type"), entity: { id: value("entity-id") }, payload: payload.read() ?? {} }) });
      const events = outcome.events || [];
      if (outcome.rejected) answer.replaceChildren(sorry(`It was refused: ${outcome.reason}`));
      else if (events.length === 0) done("It was taken, and nothing came of it.");
      else done("It was done, by ", events.flatMap((each, index) => [index === 0 ? "" : ", ", eventLink(each)]), ".");
    });
    document.getElementById("type").addEventListener("change", shape);
    try {
      known = ((await json(`${api}/commands`)).items || []).map((each) => each.type);
      document.querySelector("#command-form datalist").replaceChildren(...known.map((type) => el("option", { value: type })));
    } catch (error) {
      refuse(error);
    }
    shape();
  };

  eventForm();
  entityForm();
  commandForm();
})();
