"use strict";
/*
 * A form made from a JSON Schema: a field for each property that is a text, a number, a choice or yes and no, a group for
 * an object, and JSON for everything else, so that whatever the schema allows can be said.
 */
(() => {
  const { trove } = window;
  const { el } = trove;
  const DEPTH_MAX = 4;
  const JSON_ITSELF = "JSON";
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
    control.setAttribute("aria-describedby", hint ? `${id}-hint ${id}-fault` : `${id}-fault`);
    return el("div", { class: "cell" }, el("label", { for: id }, title, isRequired ? el("span", { class: "muted" }, " (required)") : ""), control,
      hint ? el("p", { class: "muted small", id: `${id}-hint` }, hint) : "", el("p", { class: "fault", id: `${id}-fault`, hidden: true }));
  };

  /** Says at a field what is wrong with it; nothing, when nothing is. */
  const fault = (place, text) => {
    const said = place.querySelector(".fault");
    said.textContent = text || "";
    said.hidden = !text;
    place.querySelector("input, select, textarea").setAttribute("aria-invalid", String(Boolean(text)));
  };

  /** A field for JSON, which is checked when it is left, and when it is read. */
  const jsonField = (control, finish, title, pointer) => {
    const parse = () => {
      if (control.value.trim() === "") return undefined;
      try {
        return JSON.parse(control.value);
      } catch (error) {
        throw Object.assign(new Error(`${title === JSON_ITSELF ? "This" : `“${title}”`} is not JSON yet: ${error.message}`), { pointer, text: error.message });
      }
    };
    const made = finish(control, parse);
    const check = (tell) => { try { parse(); fault(made.node, ""); } catch (wrong) { tell(`This is not JSON yet: ${wrong.text}`); } };
    made.node.classList.add("whole");
    /* A button must not jump away under the click that left the field: it tells what is wrong itself, and what is right again is told before. */
    control.addEventListener("blur", (left) => { if (left.relatedTarget?.type !== "submit") check((text) => fault(made.node, text)); });
    control.addEventListener("input", () => check(() => {}));
    return made;
  };

  /** A field, and how to read it: undefined when nothing is said. Within what may be left out, nothing is certain to be required. */
  const field = (name, given, root, isRequired, depth, pointer, isCertain) => {
    const schema = resolve(given, root);
    const title = schema.title || name;
    const type = typeOf(schema);
    const finish = (control, read) => {
      const node = labelled(title, schema.description, isRequired, control);
      control.required = isRequired && isCertain;
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
      const group = object(schema, root, depth + 1, pointer, isRequired && isCertain);
      return { node: el("fieldset", { class: "group" }, el("legend", {}, title), group.node), read: () => { const value = group.read(); return Object.keys(value).length === 0 && !isRequired ? undefined : value; } };
    }
    const control = el("textarea", { rows: 3, spellcheck: "false", placeholder: type === "array" ? "[]" : "{}" });
    return jsonField(control, finish, title, pointer);
  };

  const object = (schema, root, depth, pointer, isCertain) => {
    const required = schema.required || [];
    const fields = Object.entries(schema.properties || {}).map(([name, each]) => [name, field(name, each, root, required.includes(name), depth, `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`, isCertain)]);
    return {
      node: el("div", { class: "grid" }, fields.map(([, each]) => each.node)),
      read: () => Object.fromEntries(fields.map(([name, each]) => [name, each.read()]).filter(([, value]) => value !== undefined)),
    };
  };

  /** A form for a value that this schema describes; for any JSON, where it says no properties. */
  const form = (schema, hint) => {
    if (schema && typeOf(schema) === "object" && schema.properties) return object(schema, schema, 0, "/payload", true);
    const isScalar = schema && ["string", "number", "integer", "boolean"].includes(typeOf(schema));
    return field(isScalar ? "Value" : JSON_ITSELF, { ...schema, title: undefined, description: hint }, schema || {}, false, 0, "/payload");
  };

  /**
   * Keeps in a fieldset the form that is made from the schema of an id. {@code fit} makes it, and gives the schema if one is
   * registered; {@code read} gives what the form says, undefined when that is nothing.
   */
  trove.formOf = (place, api, free) => {
    const legend = place.querySelector("legend").textContent;
    let shown = form(null, free);
    let madeFrom = "";
    let asked = 0;
    place.append(shown.node);
    const fit = async (id) => {
      const mine = ++asked;
      const found = id === "" ? null : await trove.json(`${api}/schemas/${encodeURIComponent(id)}`).catch((error) => {
        if (error.problem && error.problem.status === 404) return null;
        throw error;
      });
      const name = found ? JSON.stringify([found.id, found.version]) : "";
      if (mine !== asked) return null;
      if (name !== madeFrom) {
        madeFrom = name;
        shown = form(found && found.schema, found ? found.schema.description : free);
        place.replaceChildren(el("legend", {}, legend), shown.node);
      }
      return found;
    };
    return { fit, read: () => shown.read() };
  };

  trove.fault = fault;
})();
