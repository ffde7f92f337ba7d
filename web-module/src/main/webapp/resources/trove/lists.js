"use strict";
/* The parts of a form that stand for a list: rows that are added and taken away, or boxes to tick where each value counts once. */
(() => {
  const { trove } = window;
  const { el, say } = trove;
  const { field, frame, isScalar, resolve, wrong } = trove.form;
  const ROWS_MAX = 100;
  const BOXES_MAX = 24;

  const icon = (name) => el("i", { class: `pi pi-${name}`, "aria-hidden": "true" });

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /** How many there may be, in words; nothing when that is open. */
  const bounds = (least, most) => {
    if (least > 0 && most < Infinity) return least === most ? `exactly ${least}` : `${least} to ${most}`;
    return least > 0 ? `at least ${least}` : most < Infinity ? `at most ${most}` : "";
  };

  const hinted = (schema, least, most) => [schema.description, capital(bounds(least, most))].filter(Boolean).join(". ") || undefined;

  /** That a list which says something says as much as is asked for. */
  const checked = (node, title, said, least, most) => {
    if (said.length > 0 && (said.length < least || said.length > most)) throw wrong(node, title, `${capital(bounds(least, most))} of these, and there ${said.length === 1 ? "is 1" : `are ${said.length}`}.`);
    return said.length === 0 ? undefined : said;
  };

  const boxes = (title, schema, options, least, most, { isRequired }) => {
    const ticks = options.map((value) => [value, el("input", { type: "checkbox" })]);
    const { node, call } = frame(title, hinted(schema, least, most), isRequired,
      el("div", { class: "boxes" }, ticks.map(([value, tick]) => el("label", { class: "check" }, tick, String(value)))));
    return {
      node, call,
      nothing: isRequired ? [] : undefined,
      read: () => checked(node, title, ticks.filter(([, tick]) => tick.checked).map(([value]) => value), least, most),
      fill: (value) => ticks.forEach(([option, tick]) => { tick.checked = Array.isArray(value) && value.includes(option); }),
      at: (pointer) => { node.dataset.pointer = pointer; },
    };
  };

  const rows = (title, schema, items, least, most, { root, depth, isRequired, isCertain }) => {
    const one = items.title || title;
    const all = [];
    const place = el("div", { class: "entries" });
    const more = (name) => (items.title ? `Add: ${one}` : `Add to ${name}`);
    const added = el("span", {}, more(title));
    const add = el("button", { type: "button", class: "plain" }, icon("plus"), added);
    const { node, call } = frame(title, hinted(schema, least, most), isRequired, place, add);
    const bound = Math.min(most, ROWS_MAX);

    const number = () => {
      all.forEach(({ part, remove }, index) => {
        const name = `${one} ${index + 1}`;
        part.call(name);
        if (node.dataset.pointer !== undefined) part.at(`${node.dataset.pointer}/${index}`);
        remove.title = `Remove ${name}`;
        remove.setAttribute("aria-label", remove.title);
      });
      add.setAttribute("aria-disabled", String(all.length >= bound));
    };

    /* Who removes one goes on at the one that takes its place, or where another is added. */
    const take = (row) => {
      const index = all.indexOf(row);
      all.splice(index, 1);
      row.entry.remove();
      number();
      (all[Math.min(index, all.length - 1)]?.remove || add).focus();
      say("Removed");
    };

    /** A row that is there says something: what it requires is certain to be required. */
    const put = () => {
      const part = field(one, { ...items, title: undefined }, { root, depth: depth + 1, isRequired: true, isCertain: true });
      const remove = el("button", { type: "button", class: "plain icon" }, icon("times"));
      const row = { part, remove, entry: el("div", { class: "entry" }, part.node, remove) };
      remove.addEventListener("click", () => take(row));
      all.push(row);
      place.append(row.entry);
      return row;
    };

    add.addEventListener("click", () => {
      if (all.length >= bound) {
        say(`No more than ${bound} have fields here`);
        return;
      }
      const { entry } = put();
      number();
      entry.querySelector("input, select, textarea, button").focus();
    });

    for (let index = 0; isRequired && isCertain && index < Math.min(least, bound); index++) put();
    number();
    return {
      node,
      call: (name) => { call(name); added.textContent = more(name); },
      nothing: isRequired ? [] : undefined,
      read: () => checked(node, title, all.map(({ part }) => part.read() ?? part.nothing ?? null), least, most),
      fill: (value) => {
        const wanted = Array.isArray(value) ? value.slice(0, ROWS_MAX) : [];
        all.splice(0).forEach(({ entry }) => entry.remove());
        wanted.forEach((each) => put().part.fill(each));
        number();
      },
      at: (pointer) => { node.dataset.pointer = pointer; number(); },
    };
  };

  trove.list = (title, schema, place) => {
    const items = resolve(schema.items, place.root);
    const [least, most] = [schema.minItems ?? 0, schema.maxItems ?? Infinity];
    return schema.uniqueItems === true && Array.isArray(items.enum) && items.enum.length <= BOXES_MAX && items.enum.every(isScalar)
      ? boxes(title, schema, items.enum, least, most, place) : rows(title, schema, items, least, most, place);
  };
})();
