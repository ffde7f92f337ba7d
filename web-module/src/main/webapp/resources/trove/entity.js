"use strict";
/* An entity through time: what the slider points at is fetched as the page of that version and takes its place. */
(() => {
  const { ask, busy, el, once, polish, say, send, sorry, tree } = window.trove;
  const { Typed, body, keeps } = window.trove.typed;
  const WAIT_MS = 120;

  const drawState = () => {
    const state = document.getElementById("state");
    if (!state) return;
    tree(document.getElementById("state-tree"), state.textContent);
    state.hidden = true;
  };

  const slide = () => {
    const slider = document.getElementById("slider");
    if (!slider) return;
    const said = document.getElementById("slider-said");
    let timer = 0;
    let asked = 0;

    const address = () => {
      const url = new URL(location.href);
      url.searchParams.set("version", slider.value);
      ["cursor", "older", "newer"].forEach((name) => url.searchParams.delete(name));
      url.hash = "";
      return url.toString().replaceAll("%2F", "/");
    };

    const show = async () => {
      const mine = ++asked;
      const to = address();
      try {
        const text = await (await ask(to, { headers: { Accept: "text/html" } })).text();
        if (mine !== asked) return;
        const fresh = new DOMParser().parseFromString(text, "text/html");
        ["then", "timeline"].forEach((id) => document.getElementById(id).replaceWith(document.importNode(fresh.getElementById(id), true)));
        history.replaceState(null, "", to);
        drawState();
        ["then", "timeline"].forEach((id) => polish(document.getElementById(id)));
        say(`Version ${slider.value}`);
      } catch (error) {
        document.getElementById("then").prepend(sorry(error.message));
      }
    };

    slider.addEventListener("input", () => {
      said.textContent = `${slider.value} of ${slider.max}`;
      slider.setAttribute("aria-valuetext", said.textContent);
      clearTimeout(timer);
      timer = setTimeout(show, WAIT_MS);
    });
  };

  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  /** What makes of the one object the other (RFC 7396). */
  const patch = (from, to) => {
    const changes = {};
    Object.keys(from).filter((name) => !Object.hasOwn(to, name)).forEach((name) => { changes[name] = null; });
    Object.entries(to).forEach(([name, value]) => {
      if (isObject(value) && isObject(from[name])) {
        const inner = patch(from[name], value);
        if (Object.keys(inner).length > 0) changes[name] = inner;
      } else if (!same(from[name], value)) {
        changes[name] = value;
      }
    });
    return changes;
  };

  /** Says at the field what is wrong with the JSON that is typed; nothing, when nothing is. */
  const fault = (text) => {
    const [edited, said] = ["edited", "edited-fault"].map((id) => document.getElementById(id));
    if (!edited) return;
    said.textContent = text;
    said.hidden = text === "";
    edited.setAttribute("aria-invalid", String(text !== ""));
    if (text !== "") edited.focus();
  };

  /** The page of the entity as it is by now. */
  const now = () => {
    const url = new URL(location.href);
    ["version", "cursor", "older", "newer"].forEach((name) => url.searchParams.delete(name));
    url.hash = "then";
    return url;
  };

  /** Shows what it is now. Until the page is left its button does nothing more. */
  const leave = () => {
    const url = now();
    if (url.toString() === location.href) location.reload();
    else { location.assign(url); if (url.pathname + url.search === location.pathname + location.search) location.reload(); }
    return new Promise((cameBack) => { window.addEventListener("pageshow", cameBack, { once: true }); });
  };

  /** Why it was not changed; where somebody was quicker, with the way to what it is by now. */
  const refused = (error) => (error.problem?.status === 412 || error.problem?.type?.endsWith(":entity-moved")
    ? sorry("Somebody changed it meanwhile, and what you asked for was not done. ", el("a", { href: now(), target: "_blank" }, "See what it is now"), " in another tab: what you typed stays here. To go on, load this page anew and make your change again.")
    : sorry(error.message));

  /** Asks for something of the entity and shows what it is then, or why not; by the tag where what was seen decides. */
  const sender = (entity, answer, tag) => {
    const turn = once();
    return (button, options) => busy(button, async () => {
      const seen = tag && (options.method !== "POST" || options.path) ? { "If-Match": tag } : {};
      const address = options.address || `${entity}${options.path || ""}`;
      const { all, text } = options.body === undefined ? { all: [] } : body(options.body);
      try {
        await send(address, { method: options.method, key: turn.keyOf(JSON.stringify([options.method, address, text])), all, headers: { "Content-Type": options.type || "application/json", ...seen }, body: text });
      } catch (error) {
        answer.replaceChildren(refused(error));
        if (error.text) fault(error.text);
        return;
      }
      await leave();
    });
  };

  /** An entity whose fold failed goes on: by another try, or without the event. */
  const mend = () => {
    const card = document.getElementById("mend");
    if (!card) return;
    const mended = sender(card.dataset.entity, document.getElementById("mended"));
    document.getElementById("retry").addEventListener("submit", (event) => {
      event.preventDefault();
      mended(event.submitter, { method: "POST", path: "/retry" });
    });
    document.getElementById("skip").addEventListener("submit", (event) => {
      event.preventDefault();
      mended(event.submitter, { method: "POST", path: "/skip", body: { position: Number(card.dataset.position), reason: document.getElementById("reason").value } });
    });
  };

  const changes = () => {
    const card = document.getElementById("change");
    if (!card) return;
    const { entity, tag } = card.dataset;
    const answer = document.getElementById("answer");
    const edited = document.getElementById("edited");
    const before = JSON.parse(edited.value);
    edited.value = JSON.stringify(before, null, 2);

    const change = sender(entity, answer, tag);

    /** What was deleted is there again by another event that creates it, unless something else has happened to it since. */
    const again = (payload) => {
      const { api, type, id, version } = card.dataset;
      const of = { type, id };
      return { address: `${api}/events`, method: "POST", body: { events: [{ type: `${type}.created`, entity: of, payload }], expect: [{ entity: of, version: Number(version) }] } };
    };

    document.getElementById("edit").addEventListener("submit", (event) => {
      event.preventDefault();
      fault("");
      let wanted;
      try {
        wanted = JSON.parse(edited.value);
      } catch (error) {
        answer.replaceChildren(sorry(`This is not JSON yet: ${error.message}`));
        fault(`This is not JSON yet: ${error.message}`);
        return;
      }
      const typed = new Typed(edited.value);
      if (document.getElementById("edit").dataset.gone === "true" && isObject(wanted)) {
        change(event.submitter, card.dataset.version === "0" ? { method: "POST", body: typed } : again(typed));
        return;
      }
      if (!isObject(wanted) || (same(before, wanted) && keeps(edited.value))) {
        answer.replaceChildren(sorry(isObject(wanted) ? "Nothing is changed yet." : "A state is an object, such as {\"name\": \"Jane\"}."));
        return;
      }
      /* What JavaScript cannot keep goes as it is, and the API says where it is wrong. */
      change(event.submitter, { method: "PATCH", type: "application/merge-patch+json", body: keeps(edited.value) ? patch(isObject(before) ? before : {}, wanted) : typed });
    });
    document.getElementById("relate")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const value = (id) => document.getElementById(id).value;
      change(event.submitter, { method: "POST", path: "/relations", body: { type: value("relation"), target: { type: value("target-type"), id: value("target-id") } } });
    });
    document.querySelectorAll(".unrelate").forEach((button) => button.addEventListener("click", () => {
      const { relation, type, id } = button.dataset;
      change(button, { method: "DELETE", path: `/relations/${[relation, type, id].map(encodeURIComponent).join("/")}` });
    }));
    document.getElementById("remove")?.addEventListener("submit", (event) => {
      event.preventDefault();
      change(event.submitter, { method: "DELETE" });
    });
  };

  drawState();
  slide();
  mend();
  changes();
})();
