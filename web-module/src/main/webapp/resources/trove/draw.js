"use strict";
/* What the other scripts draw with. Text that came from an event becomes a text node and nothing else. */
(() => {
  const { trove } = window;
  const SVG = "http://www.w3.org/2000/svg";

  const fill = (node, attributes, children) => {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value === true) node.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, String(value));
    }
    node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
    return node;
  };

  const el = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
  const svg = (name, attributes, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

  const json = async (address, options) => (await trove.ask(address, options)).json();

  const page = (name, parameters) => {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(parameters)) {
      if (value !== undefined && value !== null && value !== "") query.append(key, value);
    }
    return `/console/${name}?${query.toString().replaceAll("%2F", "/")}`;
  };

  const sorry = (...text) => el("p", { class: "sorry", role: "alert" },
    el("i", { class: "pi pi-exclamation-circle", "aria-hidden": "true" }), el("span", {}, text));

  const shorten = (text, length) => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);

  const sorted = (value) => (value === null || typeof value !== "object" ? value : Array.isArray(value) ? value.map(sorted)
    : Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])));

  /* Whether two values are the same JSON, whatever the order of their members. */
  const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

  Object.assign(trove, { same, el, svg, json, page, sorry, shorten });
})();
