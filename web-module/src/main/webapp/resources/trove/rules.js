"use strict";
/* Who sees what, by fields: the rules and masks of a role, and the attributes of a person that rules compare with. */
(() => {
  const { el, rowsFor, labelled, input, choice, texts, rows } = window.trove;
  const PRINCIPAL = "principal.";
  const FIELDS = [["index.", "an index key of the event"], ["entity", "its entity"], ["entity.", "an index key of its entity"], ["actor", "who did it"], ["producer", "what recorded it"]];
  const WAYS = [["eq", "is"], ["neq", "is not"], ["in", "is one of"], ["contains", "has all of"]];
  const VALUES = [["id", "the reader’s name"], ["entity", "the entity that the reader is"], ["attributes.", "an attribute of the reader"], ["related.", "what a relation of the reader leads to"],
    ["text", "the text"], ["texts", "the texts (a, b)"], ["number", "the number"]];

  const isNamed = (kind) => kind.endsWith(".");

  /** Of "index.teacher" the kind "index." and the name "teacher". */
  const split = (said, kinds) => {
    const kind = kinds.map(([each]) => each).filter((each) => (isNamed(each) ? said.startsWith(each) : said === each)).pop();
    return kind === undefined ? null : { kind, name: isNamed(kind) ? said.slice(kind.length) : "" };
  };

  const valueOf = (said) => {
    if (typeof said === "number") return { kind: "number", name: said };
    if (Array.isArray(said)) return { kind: "texts", name: said.join(", ") };
    if (typeof said === "object") return { kind: "text", name: said.text };
    return said.startsWith(PRINCIPAL) ? split(said.slice(PRINCIPAL.length), VALUES) : { kind: "text", name: said };
  };

  const sayValue = ({ kind, name }) => {
    if (kind === "number") return Number(name);
    if (kind === "texts") return texts(name);
    if (kind === "text") return name.startsWith(PRINCIPAL) ? { text: name } : name;
    return PRINCIPAL + kind + name;
  };

  /** Which, and where one of them has a name or a value, what that is. */
  const pair = (title, kinds, { kind, name }, nameTitle, hasName) => {
    const which = choice(kinds, kind);
    const said = input(name, {});
    const saidField = labelled(nameTitle, said);
    const fit = () => {
      saidField.hidden = said.disabled = !hasName(which.value);
      said.required = !said.disabled;
      said.type = which.value === "number" ? "number" : "text";
      if (which.value === "number") said.step = "any";
    };
    which.addEventListener("change", fit);
    fit();
    return { nodes: [labelled(title, which), saidField], read: () => ({ kind: which.value, name: said.disabled ? "" : said.value.trim() }) };
  };

  const condition = ({ field, way, value }) => {
    const what = pair("Where", FIELDS, field, "Named", isNamed);
    const how = choice(WAYS, way);
    const than = pair("Compared with", VALUES, value, "Which is", (kind) => !["id", "entity"].includes(kind));
    return {
      node: el("div", { class: "row", role: "group", "aria-label": "Condition" }, what.nodes, labelled("Compared", how), than.nodes),
      read: () => ({ field: what.read(), way: how.value, value: than.read() }),
    };
  };

  const typesField = (types) => {
    const typed = input(types.join(", "), { placeholder: "all types" });
    return { node: labelled("Events of the types", typed), read: () => texts(typed.value) };
  };

  const rule = ({ types, where }, changed) => {
    const of = typesField(types);
    const all = rows({ models: where, make: condition, blank: { field: { kind: "index.", name: "" }, way: "eq", value: { kind: "id", name: "" } }, one: "a condition", changed });
    return { node: el("div", { class: "rule", role: "group", "aria-label": "Rule" }, of.node, all.node), read: () => ({ types: of.read(), where: all.read() }) };
  };

  const withTypes = (types, rest) => (types.length === 0 ? rest : { types, ...rest });

  const rulesOf = (said) => said.map(({ types = [], where = [] }) => ({
    types,
    where: where.map((each) => {
      const way = WAYS.map(([name]) => name).find((name) => name in each);
      return { field: split(each.field, FIELDS), way, value: valueOf(each[way]) };
    }),
  }));

  const sayRules = (read) => read.map(({ types, where }) => withTypes(types, where.length === 0 ? {}
    : { where: where.map(({ field, way, value }) => ({ field: field.kind + field.name, [way]: sayValue(value) })) }));

  ["sees", "never"].forEach((id) => rowsFor(id, { models: rulesOf, value: sayRules, make: rule, blank: { types: [], where: [] }, one: "a rule", empty: [] }));

  const mask = ({ types, way, fields, to }) => {
    const of = typesField(types);
    const places = input(fields.join(", "), { placeholder: "/payload/iban, /payload/lines/*/price", required: true });
    const how = choice([["hide", "are not there"], ["redact", "say something else"]], way);
    const instead = input(to, { placeholder: "***" });
    const insteadField = labelled("Which is", instead);
    const fit = () => { insteadField.hidden = how.value === "hide"; };
    how.addEventListener("change", fit);
    fit();
    return {
      node: el("div", { class: "row rule", role: "group", "aria-label": "Masked fields" }, of.node, labelled("Fields", places), labelled("For the reader they", how), insteadField),
      read: () => ({ types: of.read(), way: how.value, fields: texts(places.value), to: how.value === "hide" ? "" : instead.value }),
    };
  };

  rowsFor("masks", {
    models: (said) => said.map(({ types = [], hide, redact, to = "" }) => ({ types, way: hide ? "hide" : "redact", fields: hide || redact, to })),
    value: (read) => read.map(({ types, way, fields, to }) => withTypes(types, { [way]: fields, ...(to && { to }) })),
    make: mask, blank: { types: [], way: "hide", fields: [], to: "" }, one: "masked fields", empty: [],
  });

  const KINDS = [["text", "the text"], ["texts", "the texts (a, b)"], ["number", "the number"], ["true", "yes"], ["false", "no"]];

  const attribute = ({ name, value }) => {
    const called = input(name, { required: true, maxlength: 200 });
    const is = pair("Is", KINDS, value, "Which is", (kind) => !["true", "false"].includes(kind));
    return {
      node: el("div", { class: "row", role: "group", "aria-label": "Attribute" }, labelled("Attribute", called), is.nodes),
      read: () => ({ name: called.value.trim(), value: is.read() }),
    };
  };

  rowsFor("attributes", {
    models: (said) => Object.entries(said).map(([name, value]) => ({ name, value: typeof value === "boolean" ? { kind: String(value), name: "" }
      : typeof value === "string" ? { kind: "text", name: value } : valueOf(value) })),
    value: (read) => Object.fromEntries(read.map(({ name, value: { kind, name: said } }) => [name, kind === "true" || kind === "false" ? kind === "true"
      : kind === "text" ? said : sayValue({ kind, name: said })])),
    make: attribute, blank: { name: "", value: { kind: "text", name: "" } }, one: "an attribute", empty: {},
  });
})();
