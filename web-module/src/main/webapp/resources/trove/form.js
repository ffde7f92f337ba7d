"use strict";
/*
 * A form made from a JSON Schema: a field for each property that is a text, a number, a choice or yes and no, a group for
 * an object, and JSON for everything else, so that whatever the schema allows can be said.
 */
(() => {
  const { trove } = window;
  const { el } = trove;
  const DEPTH_MAX = 4;
  let made = 0;

  const typeOf = (schema) => (Array.isArray(schema.type) ? schema.type.find((type) => type !== "null") : schema.type);

  const resolve = (schema, root) => {
    if (typeof schema !== "object" || schema === null) return {};
    if (!schema.$ref || !schema.$ref.startsWith("#/")) return schema;
    return schema.$ref.slice(2).split("/").reduce((at, name) => (at || {})[name.replaceAll("~1", "/").replaceAll("~0", "~")], root) || {};
  };

  const labelled = (title, hint, isRequired, control) => {
    const id = `made-${++made}`;
    control.id = id;
    if (hint) control.setAttribute("aria-describedby", `${id}-hint`);
    return el("div", { class: "cell" }, el("label", { for: id }, title, isRequired ? el("span", { class: "muted" }, " (required)") : ""), control,
      hint ? el("p", { class: "muted small", id: `${id}-hint` }, hint) : "", el("p", { class: "fault", hidden: true }));
  };

  /** A field, and how to read it: undefined when nothing is said. */
  const field = (name, given, root, isRequired, depth, pointer) => {
    const schema = resolve(given, root);
    const title = schema.title || name;
    const type = typeOf(schema);
    const finish = (control, read) => {
      const node = labelled(title, schema.description, isRequired, control);
      node.dataset.pointer = pointer;
      return { node, read };
    };
    if (Array.isArray(schema.enum) && schema.enum.every((value) => typeof value !== "object" || value === null)) {
      const control = el("select", {}, el("option", { value: "" }, "—"), schema.enum.map((value, index) => el("option", { value: index }, String(value))));
      return finish(control, () => (control.value === "" ? undefined : schema.enum[Number(control.value)]));
    }
    if (type === "boolean") {
      const control = el("select", {}, el("option", { value: "" }, "—"), el("option", { value: "true" }, "yes"), el("option", { value: "false" }, "no"));
      return finish(control, () => (control.value === "" ? undefined : control.value === "true"));
    }
    if (type === "number" || type === "integer") {
      const control = el("input", { type: "number", step: type === "integer" ? 1 : "any", min: schema.minimum, max: schema.maximum });
      return finish(control, () => (control.value === "" ? undefined : Number(control.value)));
    }
    if (type === "string") {
      const control = el("input", { type: { date: "date", email: "email" }[schema.format] || "text", maxlength: schema.maxLength, placeholder: schema.format === "date-time" ? "2024-03-15T10:30:00Z" : undefined });
      return finish(control, () => (control.value === "" ? undefined : control.value));
    }
    if (type === "object" && schema.properties && depth < DEPTH_MAX) {
      const group = object(schema, root, depth + 1, pointer);
      return { node: el("fieldset", { class: "group" }, el("legend", {}, title), group.node), read: () => { const value = group.read(); return Object.keys(value).length === 0 && !isRequired ? undefined : value; } };
    }
    const control = el("textarea", { rows: 3, spellcheck: "false", placeholder: type === "array" ? "[]" : "JSON" });
    return finish(control, () => {
      if (control.value.trim() === "") return undefined;
      try { return JSON.parse(control.value); } catch (error) { throw new Error(`${title} is not JSON: ${error.message}`); }
    });
  };

  const object = (schema, root, depth, pointer) => {
    const required = schema.required || [];
    const fields = Object.entries(schema.properties || {}).map(([name, each]) => [name, field(name, each, root, required.includes(name), depth, `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`)]);
    return {
      node: el("div", { class: "grid" }, fields.map(([, each]) => each.node)),
      read: () => Object.fromEntries(fields.map(([name, each]) => [name, each.read()]).filter(([, value]) => value !== undefined)),
    };
  };

  const anything = () => {
    const made = field("Any JSON", { description: "No schema is registered for this type: the payload may be anything." }, {}, false, 0, "/payload");
    return { node: made.node, read: made.read };
  };

  /** A form for a value that this schema describes; without one for any JSON. */
  trove.form = (schema) => (schema && typeOf(schema) === "object" && schema.properties ? object(schema, schema, 0, "/payload") : anything());
})();
