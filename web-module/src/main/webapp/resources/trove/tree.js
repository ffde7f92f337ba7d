"use strict";
/* A JSON document as a tree that folds. The raw text stays in the page: the tree is only another look at it. */
(() => {
  const { count: counted, el } = window.trove;
  const OPEN_DEPTH = 2;
  const ITEMS_AT_ONCE = 200;

  const kind = (value) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

  const scalar = (value) => el("span", { class: `value ${kind(value)}` }, JSON.stringify(value));

  const label = (name) => el("span", { class: "name" }, String(name));

  const branch = (name, value, depth) => {
    const entries = Object.entries(value);
    const count = counted(entries.length, Array.isArray(value) ? "item" : "member");
    const list = el("ul", {});
    const add = (from) => {
      entries.slice(from, from + ITEMS_AT_ONCE).forEach(([key, each]) => list.append(el("li", {}, node(key, each, depth + 1))));
      if (entries.length > from + ITEMS_AT_ONCE) {
        const more = el("li", {}, el("button", { type: "button", class: "plain", onclick: () => { more.remove(); add(from + ITEMS_AT_ONCE); } },
          `${entries.length - from - ITEMS_AT_ONCE} more`));
        list.append(more);
      }
    };
    const details = el("details", {}, el("summary", {}, label(name), el("span", { class: "count" }, count)), list);
    const grow = () => { if (details.open && !list.hasChildNodes()) add(0); };
    details.addEventListener("toggle", grow);
    if (depth < OPEN_DEPTH && entries.length <= 30) { details.open = true; add(0); }
    return details;
  };

  const node = (name, value, depth) => {
    const isBranch = value !== null && typeof value === "object" && Object.keys(value).length > 0;
    return isBranch ? branch(name, value, depth) : el("div", { class: "leaf" }, label(name), value !== null && typeof value === "object"
      ? el("span", { class: "value" }, Array.isArray(value) ? "[]" : "{}") : scalar(value));
  };

  /** Draws what this text says into that element. */
  window.trove.tree = (into, text) => {
    const value = JSON.parse(text);
    const isBranch = value !== null && typeof value === "object";
    into.replaceChildren(isBranch
      ? el("ul", {}, Object.entries(value).map(([key, each]) => el("li", {}, node(key, each, 1))))
      : scalar(value));
  };

  const raw = document.getElementById("raw");
  const tree = document.getElementById("tree");
  if (!raw || !tree) return;
  window.trove.tree(tree, raw.textContent);
  raw.hidden = true;

  const toggle = document.getElementById("as-raw");
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    raw.hidden = !raw.hidden;
    tree.hidden = !raw.hidden;
    toggle.setAttribute("aria-pressed", String(!raw.hidden));
    fold.hidden = tree.hidden;
  });

  const fold = document.getElementById("fold");
  fold.hidden = false;
  fold.addEventListener("click", () => {
    const open = tree.querySelectorAll("details[open]");
    if (open.length > 0) open.forEach((each) => { each.open = false; });
    else tree.querySelectorAll("details").forEach((each) => { each.open = true; });
    fold.textContent = open.length > 0 ? "Unfold all" : "Fold all";
  });
})();
