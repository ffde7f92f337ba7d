"use strict";
/* Draws what was recorded when, and lets a stretch of it be cut out; brings the newest events as they come. */
document.addEventListener("DOMContentLoaded", () => {
  const { make, polish, ask, count, stream } = trove;
  const SVG = "http://www.w3.org/2000/svg";
  const TYPES_MAX = 6;
  const [HEIGHT, LEFT, BOTTOM] = [240, 48, 24];
  const figures = document.getElementById("figures");

  const draw = (name, attributes, text) => {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const chart = (figure, WIDTH) => {
    const beats = JSON.parse(figure.dataset.beats).map((beat) => ({ ...beat, from: Date.parse(beat.from), to: Date.parse(beat.to), iso: [beat.from, beat.to] }));
    const totals = new Map();
    beats.forEach((beat) => Object.entries(beat.byType).forEach(([type, count]) => totals.set(type, (totals.get(type) || 0) + count)));
    if (!totals.size) {
      figure.replaceChildren(make("p", { class: "muted" }, "Nothing was recorded in this time."));
      return;
    }
    const ranked = [...totals].sort((a, b) => b[1] - a[1]);
    const named = ranked.slice(0, TYPES_MAX).map(([type]) => type);
    const rest = ranked.slice(TYPES_MAX).reduce((sum, [, count]) => sum + count, 0);
    const parts = (beat) => [...named.map((type) => beat.byType[type] || 0), Object.entries(beat.byType).reduce((sum, [type, count]) => sum + (named.includes(type) ? 0 : count), 0)];
    const [begin, end] = [beats[0].from, Math.max(beats[beats.length - 1].to, beats[0].from + 1)];
    const lengths = beats.map((beat) => Math.max(1, beat.to - beat.from));
    const even = Math.max(...lengths) - Math.min(...lengths) <= 0.02 * Math.max(...lengths) + 1;
    const height = (beat, count) => (even ? count : (count * 1000) / Math.max(1, beat.to - beat.from));
    const most = Math.max(...beats.map((beat) => height(beat, parts(beat).reduce((a, b) => a + b, 0))));
    /* Events are whole: where they are counted, so is the middle of the scale. */
    const top = even ? most + (most % 2) : most;
    const x = (time) => LEFT + ((time - begin) / (end - begin)) * (WIDTH - LEFT);
    const y = (value) => (HEIGHT - BOTTOM) * (1 - value / top);
    const number = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 });
    const span = end - begin;
    const time = new Intl.DateTimeFormat(undefined, span > 3 * 86400e3 ? { month: "short", day: "numeric" } : span > 120e3 ? { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" } : { hour: "2-digit", minute: "2-digit", second: "2-digit" });

    const svg = draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${count(ranked.reduce((sum, [, each]) => sum + each, 0), "event")} by type; the list below has the numbers` });
    [0, 0.5, 1].forEach((part) => {
      svg.append(draw("line", { class: "grid", x1: LEFT, x2: WIDTH, y1: y(top * part), y2: y(top * part) }));
      svg.append(draw("text", { class: "tick", x: LEFT - 8, y: y(top * part) + (part === 1 ? 10 : 4), "text-anchor": "end" }, number.format(top * part)));
    });
    beats.forEach((beat) => {
      const group = draw("g", { class: "beat" });
      let below = 0;
      parts(beat).forEach((count, i) => {
        if (!count) return;
        const value = height(beat, count);
        group.append(draw("rect", { class: `type-${i}`, x: x(beat.from) + 0.5, width: Math.max(1, x(beat.to) - x(beat.from) - 1), y: y(below + value), height: Math.max(1, y(below) - y(below + value)) }));
        below += value;
      });
      group.append(draw("title", {}, `${time.format(beat.from)} to ${time.format(beat.to)}\n${parts(beat).map((count, i) => (count ? `${named[i] || "others"}: ${number.format(count)}` : "")).filter(Boolean).join("\n")}`));
      svg.append(group);
    });
    (WIDTH < 500 ? [0, 1] : [0, 1 / 3, 2 / 3, 1]).forEach((part) => svg.append(draw("text", { class: "tick", x: LEFT + part * (WIDTH - LEFT), y: HEIGHT - 6, "text-anchor": part === 0 ? "start" : part === 1 ? "end" : "middle" }, time.format(begin + part * span))));

    const mark = draw("rect", { class: "mark", y: 0, height: HEIGHT - BOTTOM, width: 0, x: 0 });
    svg.append(mark);
    const at = (event) => {
      const box = svg.getBoundingClientRect();
      return Math.min(WIDTH, Math.max(LEFT, ((event.clientX - box.left) / box.width) * WIDTH));
    };
    let first = null;
    svg.addEventListener("pointerdown", (event) => { first = at(event); svg.setPointerCapture(event.pointerId); });
    svg.addEventListener("pointercancel", () => {
      first = null;
      mark.setAttribute("width", 0);
    });
    svg.addEventListener("pointermove", (event) => {
      if (first === null) return;
      mark.setAttribute("x", Math.min(first, at(event)));
      mark.setAttribute("width", Math.abs(at(event) - first));
    });
    svg.addEventListener("pointerup", (event) => {
      if (first === null) return;
      const [left, right] = [Math.min(first, at(event)), Math.max(first, at(event))];
      first = null;
      mark.setAttribute("width", 0);
      if (right - left < 8) return;
      const covered = beats.filter((beat) => x(beat.to) > left && x(beat.from) < right);
      if (covered.length) location.href = `${figure.dataset.page}&since=${encodeURIComponent(covered[0].iso[0])}&until=${encodeURIComponent(covered[covered.length - 1].iso[1])}`;
    });

    const local = (at) => new Date(at - new Date(at).getTimezoneOffset() * 60e3).toISOString().slice(0, 19);
    const moment = (name, label, at) => make("label", {}, `${label} `, make("input", { type: "datetime-local", name, step: 1, required: "required", value: local(at) }));
    const stretch = make("form", { class: "stretch" }, moment("since", "From", begin), moment("until", "to", Math.ceil(end / 1e3) * 1e3), make("button", { class: "plain", type: "submit" }, "Show"));
    stretch.addEventListener("submit", (event) => {
      event.preventDefault();
      const [since, until] = ["since", "until"].map((name) => new Date(stretch.elements[name].value).toISOString());
      location.href = `${figure.dataset.page}&since=${encodeURIComponent(since)}&until=${encodeURIComponent(until)}`;
    });

    const legend = make("ul", { class: "legend" }, ...[...ranked.slice(0, TYPES_MAX), ...(rest ? [["others", rest]] : [])].map(([type, count], i) =>
      make("li", {}, make("i", { class: `dot type-${i}`, "aria-hidden": "true" }), make("span", {}, type), " ", make("data", { value: count, class: "muted" }, count))));
    figure.replaceChildren(svg, make("figcaption", {}, make("p", { class: "muted" }, even ? "Events in each bar. Drag over a stretch to see it closer, or say which:" : "Events a second. Drag over a stretch to see it closer, or say which:"), stretch, legend));
    polish(figure);
  };

  const follow = (button, body) => {
    const LINES_MAX = 20;
    const [count, clock] = [document.querySelector("#size data"), figures.querySelector("time")];
    const line = (event) => {
      const cell = (name, ...children) => make("td", name ? { class: name } : {}, ...children);
      const address = `/console/event?ledger=${figures.dataset.api.slice("/api/".length)}&id=${encodeURIComponent(event.id.id)}&version=${event.id.version}`;
      return make("tr", { class: "fresh" },
        cell("number", make("a", { href: address, title: event.id.id }, make("span", { class: "sr-only" }, "Event at position "), make("data", { value: event.position }, event.position))),
        cell("kind", make("a", { href: address }, event.type)),
        cell("thing", make("span", { class: "muted" }, `${event.entity?.type || ""} `), event.entity?.id === undefined ? ""
          : make("a", { class: "id", href: `/console/entity?ledger=${figures.dataset.api.slice("/api/".length)}&type=${encodeURIComponent(event.entity.type)}&id=${encodeURIComponent(event.entity.id)}` }, event.entity.id)),
        cell("", `${event.actor?.id || ""} `, make("span", { class: "tag" }, event.actor?.type || "")),
        cell("when", make("time", { datetime: event.recordedAt }, event.recordedAt)));
    };
    const put = (event) => {
      const made = line(event);
      body.prepend(made);
      while (body.children.length > LINES_MAX) body.lastElementChild.remove();
      if (count.value) count.value = (BigInt(count.value) + 1n).toString();
      clock.dateTime = event.recordedAt;
      polish(made);
      polish(figures);
    };
    const said = make("span", { class: "muted small", role: "status" });
    button.before(said);
    let on = true;
    const show = (goesOn, why = "") => {
      on = goesOn;
      button.textContent = on ? "Pause" : "Go on";
      said.textContent = why;
    };
    const live = stream(`${figures.dataset.api}/events/stream?after=${figures.dataset.after}`, { event: put, ended: (why) => show(false, why) });
    button.addEventListener("click", () => {
      show(!on);
      if (on) live.resume();
      else live.pause();
    });
    button.hidden = false;
  };

  const service = async (place, look) => {
    try {
      place.replaceChildren(...await look());
    } catch (error) {
      place.replaceChildren(make("span", { class: "badge bad" }, error.message));
    }
    polish(place);
  };

  const picture = document.getElementById("chart");
  if (picture) {
    let drawn = 0;
    new ResizeObserver(() => {
      const width = Math.max(280, Math.round(picture.clientWidth));
      if (width !== drawn) chart(picture, width);
      drawn = width;
    }).observe(picture);
  }
  const numbers = ask(figures.dataset.api).then((answer) => answer.json());

  /* What is counted after the page, of who sees a part of the ledger; of a large one, as far as it was counted. */
  const figure = async () => {
    const waiting = figures.querySelectorAll("[data-figure]");
    if (waiting.length === 0) return;
    try {
      const { size, eventsPerSecond, averageBytes, counted } = await numbers;
      const told = { size, rate: eventsPerSecond.lastMinute.toFixed(2), bytes: Math.round(averageBytes * size) };
      waiting.forEach((data) => { data.value = told[data.dataset.figure]; });
      if (counted <= Number(figures.dataset.after)) document.getElementById("size").append(make("p", { class: "muted small" }, "of the first ", make("data", { value: counted }, counted), " positions"));
    } catch (unanswered) {
      waiting.forEach((data) => { data.textContent = "not counted"; });
    }
    polish(figures);
  };

  figure();
  const body = document.querySelector(".events tbody");
  if (body) follow(document.getElementById("live"), body);
  service(document.getElementById("health"), async () => {
    const up = (await (await fetch("/health")).json()).status === "UP";
    return [make("span", { class: `badge ${up ? "good" : "bad"}` }, up ? "well" : "not well")];
  });
  service(document.getElementById("refusals"), async () => {
    const { refusals } = await numbers;
    const all = Object.entries(refusals).sort((a, b) => b[1] - a[1]);
    if (!all.length) return [make("span", { class: "muted" }, "nothing")];
    return [make("ul", { class: "bare" }, ...all.map(([kind, count]) => make("li", {}, make("data", { value: count }, count), " ", make("code", {}, kind))))];
  });
});
