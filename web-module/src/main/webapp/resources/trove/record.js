"use strict";
/* Recording by hand. What is asked for goes to the API as it would from any program, and its answer is shown. */
(() => {
  const { busy, el, fault, formOf, json, once, page, say, send, sorry } = window.trove;
  const { body } = window.trove.typed;
  const card = document.getElementById("doing");
  if (!card) return;
  const { api, ledger } = card.dataset;
  const answer = document.getElementById("answer");
  const PATHS = [".", ".."];

  const value = (id) => document.getElementById(id).value;

  const eventLink = (receipt) => el("a", { href: page("event", { ledger, id: receipt.id.id, version: receipt.id.version }) }, `position ${new Intl.NumberFormat().format(receipt.position)}`);

  const fields = () => [...card.querySelectorAll("[data-pointer]")];

  const wantedInstead = ({ got, wanted }) => `${got}${wanted ? `; wanted is ${wanted}` : ""}`;

  /** The field of a pointer, or the nearest that holds it. */
  const fieldOf = (pointer) => fields().filter(({ dataset }) => `${pointer}/`.startsWith(`${dataset.pointer}/`)).sort((one, other) => other.dataset.pointer.length - one.dataset.pointer.length)[0];

  /** Each violation at its field where there is one, and all of them in the answer; the first is where one goes on. */
  const refuse = (error) => {
    const violations = (error.problem && (error.problem.violations || (error.problem.errors || []).flatMap((each) => each.violations || [each]))) || [];
    if (error.place) fault(error.place, error.text);
    [...violations, ...(error.pointer === undefined ? [] : [error])].forEach((each) => {
      const place = fieldOf(each.pointer);
      if (place) fault(place, each.text || `${place.dataset.pointer === each.pointer ? "This" : each.pointer.slice(place.dataset.pointer.length)} is ${wantedInstead(each)}`);
    });
    const first = card.querySelector("[aria-invalid=true], [data-wrong]");
    (first?.matches("[data-wrong]") ? first.querySelector("input, select, textarea, button") : first)?.focus();
    answer.replaceChildren(sorry(error.message), violations.length === 0 ? "" : el("ul", { class: "faults" }, violations.map((each) => el("li", {}, el("code", {}, each.pointer), ` is ${wantedInstead(each)}`))));
  };

  /** Says what is done, and how the same is done once more by who means that. */
  const done = (parts, another, again) => answer.replaceChildren(
    el("p", { class: "done" }, el("i", { class: "pi pi-check-circle", "aria-hidden": "true" }), el("span", {}, parts)),
    el("p", { class: "muted once-more" }, another, " ", again ? el("button", { type: "button", class: "plain", onclick: again }, "Do the same once more") : ""));

  /**
   * Sends what a form says: "draft" gives the address, the value and its files, "tell" what is to be said of the answer, or
   * nothing when it was told and the same may be tried again. What is done is not done again before something is changed.
   */
  const on = (id, { draft, tell: told, another, isRepeated }) => {
    const node = document.getElementById(id);
    if (!node) return;
    const turn = once();
    const again = () => {
      turn.anew();
      node.requestSubmit();
    };
    const run = async () => {
      const { address, value: asked, files = [], isNamed } = draft();
      const what = JSON.stringify([address, body(asked).text, files.map(({ name, size, lastModified }) => [name, size, lastModified])]);
      if (turn.isDone(what)) {
        say(`It is done already. ${another}`);
        answer.scrollIntoView({ block: "nearest" });
        return;
      }
      const key = turn.keyOf(what);
      const { all, text } = body(isNamed ? { ...asked, id: key } : asked);
      let sent = text;
      if (files.length > 0) {
        sent = new FormData();
        sent.append("event", new Blob([text], { type: "application/json" }));
        files.forEach((file, index) => sent.append(`file-${index + 1}`, file));
      }
      const taken = await send(address, { method: "POST", key, all, headers: files.length > 0 ? {} : { "Content-Type": "application/json" }, body: sent });
      const parts = told(await taken.json());
      if (!parts) return;
      turn.done();
      done(parts, another, isRepeated && again);
    };
    node.addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      busy(node.querySelector("button[type=submit]"), async () => {
        fields().forEach((each) => fault(each, ""));
        try { await run(); } catch (error) { refuse(error); }
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

    on("event-form", {
      draft: () => {
        const files = [...document.getElementById("attached").files];
        return { address: `${api}/events`, value: draft(files), files };
      },
      tell: (receipt) => ["The event is recorded at ", eventLink(receipt), "."],
      another: "Change something to record another.",
      isRepeated: true,
    });

    document.getElementById("type").addEventListener("change", shape);
    shape();
  };

  const entityForm = () => {
    const place = document.getElementById("state");
    if (!place) return;
    const state = formOf(place, api, "An object, such as {\"name\": \"Ada\"}. Empty: nothing but that it is there.");
    const shape = () => state.fit(value("type") && `${value("type")}.created`).then((schema) => { tell(made(schema)); }, refuse);
    /** A browser takes these two for a way through the address, and would ask for something else. */
    const named = (name, pointer) => {
      const said = value(name);
      if (PATHS.includes(said)) throw Object.assign(new Error(`Nothing can be created here under “${said}”: a browser does not ask for such an address. Take another name.`), { pointer, text: `This cannot be “${said}”.` });
      return said;
    };
    on("entity-form", {
      draft: () => ({ address: `${api}/entities/${encodeURIComponent(named("type", "/entity/type"))}/${encodeURIComponent(named("id", "/entity/id"))}`, value: state.read() ?? {} }),
      tell: ({ entity }) => ["It is created: ", el("a", { href: page("entity", { ledger, ...entity }) }, `${entity.type} ${entity.id}`), "."],
      another: "Change something to create another.",
    });
    document.getElementById("type").addEventListener("change", shape);
    shape();
  };

  on("link-form", {
    draft: () => ({ address: `${api}/links`, value: { source: { id: value("source") }, type: value("type"), target: { id: value("target") } } }),
    tell: (linked) => [linked.event ? "They are linked, from " : "They were linked already, from ", el("a", { href: page("event", { ledger, id: linked.link.source.id, version: linked.link.source.version }) }, linked.link.source.id), "."],
    another: "Change something to link others.",
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

    /** A command is done once by its id. */
    on("command-form", {
      draft: () => ({ address: `${api}/commands`, value: { type: value("type"), entity: { id: value("entity-id") }, payload: payload.read() ?? {} }, isNamed: true }),
      tell: ({ events = [], rejected, reason }) => {
        if (rejected) {
          answer.replaceChildren(sorry(`It was refused: ${reason}`));
          return null;
        }
        return events.length === 0 ? ["It was taken, and nothing came of it."]
          : ["It was done, by ", events.flatMap((each, index) => [index === 0 ? "" : ", ", eventLink(each)]), "."];
      },
      another: "Change something to run another.",
      isRepeated: true,
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
