"use strict";
/*
 * The links of an event, drawn: what was recorded earlier is on the left, what came later on the right, so that there is
 * no circle to lay out. Each event can be expanded, with the mouse or the keyboard, and the same is there as a list.
 */
(() => {
  const { count, el, svg, json, page, say, sorry, shorten } = window.trove;
  const AT_ONCE = 40;
  const LIMIT_MAX = 10000 - AT_ONCE;
  const BOX = { width: 200, height: 46, across: 300, down: 66, margin: 24, bow: 56 };

  const article = document.getElementById("event");
  const into = document.getElementById("graph");
  if (!article || !into) return;
  const { api, ledger } = article.dataset;

  const nodes = new Map();
  const edges = new Map();
  let chosen = null;

  const keyOf = (end) => `${end.id} ${end.version}`;

  const nameOf = (node) => node.type + (node.version > 1 ? ` (version ${node.version})` : "");

  /** Its links to the next so many events: the answer has those again that were drawn before, and it among them. */
  const fetchAround = async (id, version) => {
    const most = (nodes.get(`${id} ${version}`)?.most || 0) + AT_ONCE;
    const query = new URLSearchParams({ version, depth: 1, limit: most + 1 });
    const picture = await json(`${api}/events/${encodeURIComponent(id)}/graph?${query}`);
    const before = nodes.size;
    picture.nodes.forEach((node) => { if (!nodes.has(keyOf(node))) nodes.set(keyOf(node), { ...node, expanded: false }); });
    picture.edges.forEach((edge) => {
      const said = { type: edge.type, source: keyOf(edge.source), target: keyOf(edge.target) };
      if (nodes.has(said.source) && nodes.has(said.target)) edges.set(JSON.stringify(said), said);
    });
    Object.assign(nodes.get(`${id} ${version}`), { expanded: true, most, hasMore: Boolean(picture.bounds?.limit) && most + 1 < LIMIT_MAX });
    return nodes.size - before;
  };

  /** Each event one column behind the last of the earlier events that it is linked with. */
  const layOut = () => {
    const near = new Map([...nodes.keys()].map((key) => [key, []]));
    edges.forEach(({ source, target }) => { near.get(source).push(target); near.get(target).push(source); });
    const columns = [];
    [...nodes.entries()].sort(([, a], [, b]) => a.position - b.position).forEach(([key, node]) => {
      const earlier = near.get(key).map((other) => nodes.get(other)).filter((other) => other.position < node.position);
      node.column = earlier.reduce((most, other) => Math.max(most, other.column + 1), 0);
      node.wish = earlier.length === 0 ? node.position : earlier.reduce((sum, other) => sum + other.row, 0) / earlier.length;
      const column = columns[node.column] || (columns[node.column] = []);
      node.row = column.length;
      column.push(node);
    });
    columns.forEach((column) => column.sort((a, b) => a.wish - b.wish || a.position - b.position).forEach((node, row) => { node.row = row; }));
    /* A link over a column goes in a bow, so that it does not seem to end at what lies between. */
    const top = columns.length > 2 ? BOX.margin + BOX.bow / 2 : BOX.margin;
    const most = Math.max(...columns.map((column) => column.length));
    nodes.forEach((node) => {
      node.x = BOX.margin + node.column * BOX.across;
      node.y = top + (node.row + (most - columns[node.column].length) / 2) * BOX.down;
    });
    return { width: BOX.margin * 2 + (columns.length - 1) * BOX.across + BOX.width, height: top + BOX.margin + (most - 1) * BOX.down + BOX.height };
  };

  const drawEdge = ({ type, source, target }) => {
    const from = nodes.get(source);
    const to = nodes.get(target);
    if (from === to) return null;
    const [left, right] = from.x < to.x ? [from, to] : [to, from];
    const [x1, y1, x2, y2] = [left.x + BOX.width, left.y + BOX.height / 2, right.x, right.y + BOX.height / 2];
    const bend = Math.max(30, (x2 - x1) / 2);
    const bow = right.column - left.column > 1 ? BOX.bow : 0;
    return svg("g", { class: "edge" },
      svg("path", { d: `M ${x1} ${y1} C ${x1 + bend} ${y1 - bow}, ${x2 - bend} ${y2 - bow}, ${x2} ${y2}`, [right === to ? "marker-end" : "marker-start"]: "url(#arrow)" }),
      svg("text", { x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 5 - bow * 0.75, "text-anchor": "middle" }, shorten(type, 14)));
  };

  const describe = (node) => `${nameOf(node)}, position ${node.position}${!node.expanded ? ", expand its links" : node.hasMore ? ", show more of its links" : ", its links are shown"}`;

  const drawNode = ([key, node]) => {
    const isStart = key === `${article.dataset.id} ${article.dataset.version}`;
    return svg("g", {
      class: `node${isStart ? " start" : ""}${node.expanded ? " expanded" : ""}${chosen === key ? " chosen" : ""}`,
      transform: `translate(${node.x} ${node.y})`, role: "button", tabindex: chosen === key ? 0 : -1, "data-key": key,
      "aria-label": describe(node), onclick: () => expand(key), onkeydown: (event) => steer(event, key), onfocus: () => choose(key),
    },
    svg("title", {}, `${nameOf(node)}\n${node.id}`),
    svg("rect", { width: BOX.width, height: BOX.height, rx: 8 }),
    svg("text", { x: 12, y: 20, class: "name" }, shorten(nameOf(node), 22)),
    svg("text", { x: 12, y: 36, class: "where" }, `${new Intl.NumberFormat().format(node.position)} · ${shorten(node.id, 18 - String(node.position).length)}`),
    node.expanded && !node.hasMore ? null : svg("path", { class: "plus", d: `M ${BOX.width - 20} 23 h 10 m -5 -5 v 10` }));
  };

  const steer = (event, key) => {
    const at = nodes.get(key);
    const others = [...nodes.entries()].filter(([other]) => other !== key);
    const towards = {
      ArrowLeft: (node) => node.column < at.column, ArrowRight: (node) => node.column > at.column,
      ArrowUp: (node) => node.column === at.column && node.y < at.y, ArrowDown: (node) => node.column === at.column && node.y > at.y,
    }[event.key];
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      expand(key);
    } else if (towards) {
      event.preventDefault();
      const found = others.filter(([, node]) => towards(node))
        .sort(([, a], [, b]) => Math.hypot(a.x - at.x, a.y - at.y) - Math.hypot(b.x - at.x, b.y - at.y))[0];
      if (found) focus(found[0]);
    }
  };

  const byKey = (key) => [...into.querySelectorAll("g.node")].find((node) => node.dataset.key === key);

  const focus = (key) => { choose(key); byKey(key).focus(); };

  const choose = (key) => {
    chosen = key;
    into.querySelectorAll("g.node").forEach((node) => {
      node.classList.toggle("chosen", node.dataset.key === key);
      node.setAttribute("tabindex", node.dataset.key === key ? 0 : -1);
    });
    const node = nodes.get(key);
    into.querySelector(".chosen-event").replaceChildren(el("strong", {}, nameOf(node)), " ",
      el("span", { class: "muted" }, `position ${new Intl.NumberFormat().format(node.position)}`), " ",
      el("a", { href: page("event", { ledger, id: node.id, version: node.version }) }, "Open this event"), " ",
      node.hasMore ? el("button", { type: "button", class: "plain", onclick: () => expand(key) }, `Show up to ${AT_ONCE} more of its links`) : "");
  };

  const list = () => el("details", { class: "alternative" }, el("summary", {}, "The same as a list"),
    el("ul", {}, [...edges.values()].map(({ type, source, target }) => el("li", {}, link(source), ` — ${type} → `, link(target)))));

  const link = (key) => {
    const node = nodes.get(key);
    return el("a", { href: page("event", { ledger, id: node.id, version: node.version }) }, `${nameOf(node)} at ${node.position}`);
  };

  const draw = () => {
    const size = layOut();
    const openBefore = Boolean(into.querySelector("details.alternative[open]"));
    const alternative = list();
    alternative.open = openBefore;
    into.replaceChildren(
      el("p", { class: "muted small" }, "Earlier events are on the left. Choose an event to show its links; the arrow keys lead from one to the next."),
      el("div", { class: "canvas" }, svg("svg", { width: size.width, height: size.height, viewBox: `0 0 ${size.width} ${size.height}`, role: "group", "aria-label": "The links of this event, drawn" },
        svg("defs", {}, svg("marker", { id: "arrow", viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 8, markerHeight: 8, orient: "auto-start-reverse" }, svg("path", { d: "M 0 0 L 10 5 L 0 10 z" }))),
        svg("g", {}, [...edges.values()].map(drawEdge)), svg("g", {}, [...nodes.entries()].map(drawNode)))),
      el("p", { class: "chosen-event" }), alternative);
    choose(chosen);
    document.getElementById("graph-said").textContent = `${count(nodes.size, "event")}, ${count(edges.size, "link")}`;
  };

  const show = (key) => {
    const canvas = into.querySelector(".canvas");
    const node = nodes.get(key);
    canvas.scrollLeft = node.x + BOX.width / 2 - canvas.clientWidth / 2;
    canvas.scrollTop = node.y + BOX.height / 2 - canvas.clientHeight / 2;
  };

  const expand = async (key) => {
    const node = nodes.get(key);
    chosen = key;
    if (!node.expanded || node.hasMore) {
      try {
        const more = await fetchAround(node.id, node.version);
        draw();
        say(more === 0 ? "No more events are linked with it" : `${count(more, "event")} more`);
      } catch (error) {
        into.append(sorry(error.message));
        return;
      }
    }
    show(key);
    focus(key);
  };

  const begin = async () => {
    const key = `${article.dataset.id} ${article.dataset.version}`;
    try {
      await fetchAround(article.dataset.id, article.dataset.version);
    } catch (error) {
      into.replaceChildren(sorry(error.message));
      return;
    }
    if (edges.size === 0) {
      into.replaceChildren(el("p", {}, el("strong", {}, "No event is linked with this one."), " ",
        el("span", { class: "muted" }, "A link says what led to an event or what it refers to; an event can bring links with it, or somebody links events later.")));
      return;
    }
    chosen = key;
    draw();
    show(key);
  };

  begin();
})();
