"use strict";
/*
 * A form made from a JSON Schema: a field for each property that is a text, a number, a choice or yes and no, a group for
 * an object, rows for a list (lists.js), and JSON for everything else. The whole can be written as JSON at any time, so
 * that whatever the schema allows can be said.
 */
(() => {
  const { trove } = window;
  const { el } = trove;
  const { Typed, pretty } = trove.typed;
  const DEPTH_MAX = 5;
  const REFS_MAX = 8;
  const JSON_ITSELF = "JSON";
  let made = 0;

  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isScalar = (value) => value === null || typeof value !== "object";

  const typeOf = (schema) => (Array.isArray(schema.type) ? schema.type.find((type) => type !== "null") : schema.type);

  const target = (ref, root) => ref.slice(2).split("/").reduce((at, name) => (at || {})[decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~")], root);

  /** The schema behind its references within the document; what stands beside a reference holds as well. */
  const resolve = (given, root) => {
    let schema = isObject(given) ? given : {};
    for (let refs = 0; refs < REFS_MAX && typeof schema.$ref === "string" && schema.$ref.startsWith("#/"); refs++) {
      const { $ref, ...beside } = schema;
      schema = { ...target($ref, root), ...beside };
    }
    return schema;
  };

  /** What is wrong with what is typed, and where; a sentence. */
  const wrong = (node, title, text) => Object.assign(new Error(`${title === JSON_ITSELF ? "" : `“${title}”: `}${text}`), { pointer: node.dataset.pointer, text });

  const notes = (id, hint) => [hint ? el("p", { class: "muted small", id: `${id}-hint` }, hint) : "", el("p", { class: "fault", id: `${id}-fault`, hidden: true })];

  const described = (id, hint) => (hint ? `${id}-hint ${id}-fault` : `${id}-fault`);

  const required = (isRequired) => (isRequired ? el("span", { class: "muted" }, " (required)") : "");

  /** Says at a field, a group or a list what is wrong with it; nothing, when nothing is. */
  const fault = (place, text) => {
    const said = place.querySelector(":scope > .fault");
    said.textContent = text || "";
    said.hidden = !text;
    const control = place.querySelector(":scope > input, :scope > select, :scope > textarea");
    if (control) control.setAttribute("aria-invalid", String(Boolean(text)));
    else place.toggleAttribute("data-wrong", Boolean(text));
  };

  /** How a scalar is typed: its control, and how that is read and filled. */
  const typing = (schema) => {
    const type = typeOf(schema);
    const options = "const" in schema ? [schema.const] : schema.enum;
    if (Array.isArray(options) && options.every(isScalar)) {
      const control = el("select", {}, el("option", { value: "" }, "—"), options.map((value, index) => el("option", { value: index }, String(value))));
      return { control, read: () => (control.value === "" ? undefined : options[Number(control.value)]), fill: (value) => { control.value = options.includes(value) ? options.indexOf(value) : ""; } };
    }
    if (type === "boolean") {
      const control = el("select", {}, el("option", { value: "" }, "—"), el("option", { value: "true" }, "yes"), el("option", { value: "false" }, "no"));
      return { control, read: () => (control.value === "" ? undefined : control.value === "true"), fill: (value) => { control.value = typeof value === "boolean" ? String(value) : ""; } };
    }
    if (type === "number" || type === "integer") {
      const control = el("input", { type: "number", step: type === "integer" ? 1 : "any", min: schema.minimum, max: schema.maximum });
      /* JSON has no zeros in front and none left out; otherwise a number is what was typed, whatever JavaScript would make of it. */
      const typed = () => control.value.replace(/^(-?)0+(?=\d)/, "$1").replace(/^(-?)(?=\.)/, (sign) => `${sign}0`);
      return { control, read: () => (control.value === "" ? undefined : new Typed(typed())), fill: (value) => { control.value = typeof value === "number" ? value : ""; } };
    }
    if (type === "string") {
      const control = el("input", { type: { date: "date", email: "email" }[schema.format] || "text", maxlength: schema.maxLength, placeholder: schema.format === "date-time" ? "2024-03-15T10:30:00Z" : undefined });
      return { control, read: () => (control.value === "" ? undefined : control.value), fill: (value) => { control.value = typeof value === "string" ? value : ""; } };
    }
    return null;
  };

  /** A part of a form with one control: its node, how it is read and filled, what it is called, and where its value stands. */
  const single = (title, schema, { isRequired, isCertain }, { control, read, fill }) => {
    const id = `made-${++made}`;
    control.id = id;
    control.required = isRequired && isCertain;
    control.setAttribute("aria-describedby", described(id, schema.description));
    const label = el("label", { for: id }, title, required(isRequired));
    const node = el("div", { class: "cell" }, label, control, notes(id, schema.description));
    const readAt = () => {
      if (control.validity.badInput) throw wrong(node, title, control.type === "number" ? "This is not a number." : "This is not complete yet.");
      const said = read();
      if (said instanceof Typed) said.place = node;
      return said;
    };
    return { node, read: readAt, fill, call: (name) => label.replaceChildren(name), at: (pointer) => { node.dataset.pointer = pointer; } };
  };

  /** A field for JSON, which is checked when it is left, and when it is read. */
  const json = (title, schema, place, rows) => {
    const control = el("textarea", { rows, spellcheck: "false", placeholder: typeOf(schema) === "array" ? "[]" : "{}" });
    const part = single(title, schema, place, { control, fill: (value) => { control.value = value === undefined ? "" : pretty(value); } });
    part.node.classList.add("whole");
    part.read = () => {
      if (control.value.trim() === "") return undefined;
      try {
        JSON.parse(control.value);
        return new Typed(control.value, part.node);
      } catch (error) {
        throw wrong(part.node, title, `This is not JSON yet: ${error.message}`);
      }
    };
    const check = (tell) => { try { part.read(); fault(part.node, ""); } catch (error) { tell(error.text); } };
    /* A button must not jump away under the click that left the field: it tells what is wrong itself, and what is right again is told before. */
    control.addEventListener("blur", (left) => { if (left.relatedTarget?.type !== "submit") check((text) => fault(part.node, text)); });
    control.addEventListener("input", () => check(() => {}));
    return part;
  };

  /** The frame of a group or a list: its name above, and below it what is to be known and what is wrong. */
  const frame = (title, hint, isRequired, ...within) => {
    const id = `made-${++made}`;
    const legend = el("legend", {}, title, required(isRequired));
    const node = el("fieldset", { class: "group", "aria-describedby": described(id, hint) }, legend, notes(id, hint), within);
    return { node, call: (name) => legend.replaceChildren(name) };
  };

  /** The fields of an object's properties. Within what may be left out, nothing is certain to be required. */
  const object = (schema, { root, depth, isCertain }) => {
    const needed = Array.isArray(schema.required) ? schema.required : [];
    const parts = Object.entries(schema.properties).map(([name, each]) => [name, field(name, each, { root, depth, isCertain, isRequired: needed.includes(name) })]);
    const read = () => {
      const said = parts.map(([name, part]) => [name, part.read(), part]);
      const isThere = isCertain || said.some(([, value]) => value !== undefined);
      return Object.fromEntries(said.map(([name, value, part]) => [name, value ?? (isThere ? part.nothing : undefined)]).filter(([, value]) => value !== undefined));
    };
    /* A kept schema has its properties by name; people look for what they must say first, and for short fields before long ones. */
    const rank = ([name, { node }]) => (node.matches(".group, .whole") ? 2 : 0) + (needed.includes(name) ? 0 : 1);
    const inOrder = [...parts].sort((one, other) => rank(one) - rank(other));
    return {
      node: el("div", { class: "grid" }, inOrder.map(([, part]) => part.node)),
      read,
      fill: (value) => parts.forEach(([name, part]) => part.fill(isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined)),
      at: (pointer) => parts.forEach(([name, part]) => part.at(`${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`)),
    };
  };

  const group = (title, schema, place) => {
    const inner = object(schema, { ...place, depth: place.depth + 1, isCertain: place.isRequired && place.isCertain });
    const { node, call } = frame(title, schema.description, place.isRequired, inner.node);
    return {
      node, call,
      nothing: place.isRequired ? {} : undefined,
      read: () => { const value = inner.read(); return Object.keys(value).length === 0 ? undefined : value; },
      fill: inner.fill,
      at: (pointer) => { node.dataset.pointer = pointer; inner.at(pointer); },
    };
  };

  /** What a value of this schema is typed into. What is read is undefined when nothing is said. */
  const field = (name, given, place) => {
    const schema = resolve(given, place.root);
    const title = schema.title || name;
    const typed = typing(schema);
    if (typed) return single(title, schema, place, typed);
    if (place.depth < DEPTH_MAX && typeOf(schema) === "object" && isObject(schema.properties)) return group(title, schema, place);
    if (place.depth < DEPTH_MAX && typeOf(schema) === "array" && isObject(schema.items)) return trove.list(title, schema, place);
    return json(title, schema, place, 3);
  };

  /** A form for a value that this schema describes; for any JSON, where it says nothing that has fields. */
  const form = (schema, hint) => {
    const root = isObject(schema) ? schema : {};
    const place = { root, depth: 0, isRequired: false, isCertain: true };
    const resolved = resolve(root, root);
    const hasFields = isObject(resolved.properties) && typeOf(resolved) === "object";
    const part = hasFields ? object(resolved, place)
      : typing(resolved) || (typeOf(resolved) === "array" && isObject(resolved.items)) ? field("Value", { ...resolved, title: undefined, description: hint }, place)
        : json(JSON_ITSELF, { ...resolved, description: hint }, place, 5);
    part.at("/payload");
    return part;
  };

  Object.assign(trove, { fault, form: { field, form, frame, isScalar, json, required, resolve, wrong, JSON_ITSELF } });
})();
