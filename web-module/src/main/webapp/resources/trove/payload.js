"use strict";
/* The form of a payload: made from the schema of an id, and written as JSON instead whenever that says more. */
(() => {
  const { trove } = window;
  const { el, fault, same } = trove;
  const { form, json, JSON_ITSELF } = trove.form;
  const { keeps, pretty } = trove.typed;
  const MORE = "This says more than the fields can show, and stays JSON.";
  const WHOLE = { root: {}, depth: 0, isRequired: false, isCertain: true };

  /**
   * Keeps in a fieldset the form that is made from the schema of an id. {@code fit} makes it, and gives the schema if one is
   * registered; {@code read} gives what the form says, undefined when that is nothing.
   */
  trove.formOf = (place, api, free) => {
    const legend = place.querySelector("legend");
    const turn = el("button", { type: "button", class: "plain turn-form" });
    const body = el("div", { class: "made" });
    place.append(turn, body);
    let fields = null;
    let text = form(null, free);
    let shown = text;
    let madeFrom = "";
    let asked = 0;

    const show = (part) => {
      shown = part;
      body.replaceChildren(part.node);
      turn.hidden = fields === null;
      turn.textContent = part === fields ? "Write it as JSON" : "Back to the fields";
    };

    const toJson = () => {
      const said = shown.read() ?? {};
      text = json(JSON_ITSELF, {}, WHOLE, 12);
      text.at("/payload");
      text.fill(said);
      show(text);
    };

    /** The fields have it when they give it back as it was. */
    const toFields = () => {
      const typed = text.read();
      const said = typed && JSON.parse(typed.text);
      fields.fill(said);
      if (typed && !(keeps(typed.text) && same(JSON.parse(pretty(fields.read() ?? {})), said))) {
        fault(text.node, MORE);
        return;
      }
      show(fields);
    };

    turn.addEventListener("click", () => {
      try {
        (shown === fields ? toJson : toFields)();
      } catch (wrong) {
        const at = [...body.querySelectorAll("[data-pointer]")].find((each) => each.dataset.pointer === wrong.pointer);
        fault(at || shown.node, wrong.text || wrong.message);
      }
    });

    const make = (found) => {
      const made = form(found && found.schema, found ? found.schema.description : free);
      const isJson = made.node.matches(".whole");
      fields = isJson ? null : made;
      if (isJson) text = made;
      show(made);
    };

    const fit = async (id) => {
      const mine = ++asked;
      const found = ["", ".", ".."].includes(id) ? null : await trove.json(`${api}/schemas/${encodeURIComponent(id)}`).catch((error) => {
        if (error.problem && error.problem.status === 404) return null;
        throw error;
      });
      const name = found ? JSON.stringify([found.id, found.version]) : "";
      if (mine !== asked) return null;
      if (name !== madeFrom) {
        madeFrom = name;
        make(found);
      }
      return found;
    };

    legend.after(turn);
    show(text);
    return { fit, read: () => shown.read() };
  };
})();
