"use strict";
/*
 * Fields that stand for JSON. What they say is written into the text beside them, which is what is sent; the text stays
 * within reach, and says by itself what is more than the fields can show.
 */
(() => {
  const { trove } = window;
  const { el, same, say } = trove;
  let made = 0;

  const labelled = (title, control) => {
    control.id = `row-${++made}`;
    return el("div", { class: "field small" }, el("label", { for: control.id }, title), control);
  };

  const input = (value, attributes) => el("input", { value, autocapitalize: "none", autocomplete: "off", spellcheck: "false", ...attributes });

  const choice = (options, chosen) => el("select", {}, options.map(([value, words]) => el("option", { value, selected: value === chosen }, words)));

  const icon = (name) => el("i", { class: `pi pi-${name}`, "aria-hidden": "true" });

  /** Texts with commas between them. */
  const texts = (typed) => typed.split(",").map((each) => each.trim()).filter((each) => each !== "");

  /** Rows that "make" makes of models: a node, and how to read it. One more is added below, and each can be taken away. */
  const rows = ({ models, make, blank, one, changed }) => {
    const all = [];
    const place = el("div", { class: "rows-made" });
    const add = el("button", { type: "button", class: "plain" }, icon("plus"), `Add ${one}`);
    const put = (model) => {
      const row = make(model, changed);
      const remove = el("button", { type: "button", class: "plain icon", title: `Remove this ${one.replace(/^an? /, "")}`, "aria-label": `Remove this ${one.replace(/^an? /, "")}` }, icon("times"));
      row.node.append(remove);
      remove.addEventListener("click", () => {
        all.splice(all.indexOf(row), 1);
        row.node.remove();
        add.focus();
        say("Removed");
        changed();
      });
      all.push(row);
      place.append(row.node);
      return row;
    };
    add.addEventListener("click", () => {
      put(blank).node.querySelector("input, select").focus();
      changed();
    });
    models.forEach(put);
    return { node: el("div", { class: "rows-and" }, place, add), read: () => all.map((row) => row.read()) };
  };

  const parsed = (text, empty) => {
    try { return text.trim() === "" ? empty : JSON.parse(text); } catch (none) { return undefined; }
  };

  /**
   * Rows for the text with this id. "models" makes models of its value and "value" its value of what the rows read;
   * where the one does not give back the other, the text says more than the rows can show, and stays alone.
   */
  trove.rowsFor = (id, { models, value, make, blank, one, empty }) => {
    const text = document.getElementById(id);
    if (!text) return;
    const details = text.closest("details");
    const place = el("div", {});
    details.before(place);
    let shown = null;

    const write = () => {
      const said = value(shown.read());
      text.value = same(said, empty) ? "" : JSON.stringify(said, null, 2);
    };

    const draw = () => {
      const said = parsed(text.value, empty);
      let drawn = null;
      try { drawn = said === undefined ? null : rows({ models: models(said), make, blank, one, changed: write }); } catch (unlike) { drawn = null; }
      shown = drawn !== null && same(value(drawn.read()), said) ? drawn : null;
      place.replaceChildren(shown ? shown.node : el("p", { class: "note" }, icon("info-circle"), el("span", {}, "This says more than fields can show. It is kept as JSON, below.")));
      return shown !== null;
    };

    details.open = !draw();
    place.addEventListener("input", () => { if (shown) write(); });
    place.addEventListener("change", () => { if (shown) write(); });
    text.addEventListener("input", draw);
  };

  Object.assign(trove, { labelled, input, choice, texts, rows });
})();
