"use strict";
/* An entity through time: what the slider points at is fetched as the page of that version and takes its place. */
(() => {
  const { el, ask, polish, say, sorry, tree } = window.trove;
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
      url.searchParams.delete("cursor");
      url.hash = "";
      return url.toString().replaceAll("%2F", "/");
    };

    const show = async () => {
      const mine = ++asked;
      const to = address();
      try {
        const text = await (await ask(to, { headers: { Accept: "text/html" } })).text();
        if (mine !== asked) return;
        const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("then");
        document.getElementById("then").replaceWith(document.importNode(fresh, true));
        history.replaceState(null, "", to);
        drawState();
        polish(document.getElementById("then"));
        document.querySelectorAll("#timeline li").forEach((item) => item.classList.toggle("here", item.querySelector(".at").textContent === `Version ${slider.value}`));
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
    Object.keys(from).filter((name) => !(name in to)).forEach((name) => { changes[name] = null; });
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

  const change = () => {
    const card = document.getElementById("change");
    if (!card) return;
    const { entity, tag } = card.dataset;
    const answer = document.getElementById("answer");
    const edited = document.getElementById("edited");
    const before = JSON.parse(edited.value);
    edited.value = JSON.stringify(before, null, 2);

    const send = async (button, options) => {
      button.disabled = true;
      try {
        await ask(`${entity}${options.path || ""}`, { method: options.method, headers: { Accept: "application/json", "Content-Type": options.type || "application/json", "If-Match": tag }, body: options.body === undefined ? undefined : JSON.stringify(options.body) });
        const url = new URL(location.href);
        url.searchParams.delete("version");
        url.hash = "then";
        if (url.toString() === location.href) location.reload();
        else { location.assign(url); if (url.pathname + url.search === location.pathname + location.search) location.reload(); }
      } catch (error) {
        answer.replaceChildren(sorry(error.message));
        button.disabled = false;
      }
    };

    document.getElementById("edit").addEventListener("submit", (event) => {
      event.preventDefault();
      let wanted;
      try {
        wanted = JSON.parse(edited.value);
      } catch (error) {
        answer.replaceChildren(sorry(`This is not JSON: ${error.message}`));
        return;
      }
      if (!isObject(wanted) || same(before, wanted)) {
        answer.replaceChildren(sorry(isObject(wanted) ? "Nothing is changed yet." : "A state is an object, such as {\"name\": \"Jane\"}."));
        return;
      }
      send(event.submitter, { method: "PATCH", type: "application/merge-patch+json", body: patch(isObject(before) ? before : {}, wanted) });
    });
    document.getElementById("relate").addEventListener("submit", (event) => {
      event.preventDefault();
      const value = (id) => document.getElementById(id).value.trim();
      send(event.submitter, { method: "POST", path: "/relations", body: { type: value("relation"), target: { type: value("target-type"), id: value("target-id") } } });
    });
    document.querySelectorAll(".unrelate").forEach((button) => button.addEventListener("click", () => {
      const { relation, type, id } = button.dataset;
      send(button, { method: "DELETE", path: `/relations/${[relation, type, id].map(encodeURIComponent).join("/")}` });
    }));
    const remove = document.getElementById("remove");
    remove.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = remove.querySelector("button");
      if (button.dataset.sure) { send(button, { method: "DELETE" }); return; }
      button.dataset.sure = "true";
      button.textContent = "Yes, delete it";
      button.before(el("p", { class: "warn" }, "Press again to delete it."));
    });
  };

  drawState();
  slide();
  change();
})();
