"use strict";
/* What is typed goes to the API as it is typed, and is done once, however often it is sent. */
(() => {
  const { trove } = window;
  const KEY_BYTES = 16;
  const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d[^\s,\]}]*|[a-z]+|[[\]{}]/g;
  const UNKNOWN = "The server did not answer, so that it is not known what came of this. Press again when it does: it is done once only.";

  /** JSON as somebody typed it, and the part of the form where; what JavaScript makes of it can be something else. */
  class Typed {
    constructor(text, place) { Object.assign(this, { text, place }); }
  }

  /** Also where the page did not come over https, and the browser has no crypto.randomUUID. */
  const random = () => [...crypto.getRandomValues(new Uint8Array(KEY_BYTES))].map((each) => each.toString(16).padStart(2, "0")).join("");

  /** The text of a value with what was typed in its place, and between what is asked for. */
  const spliced = (value, indent, between) => {
    const mark = random();
    const all = [];
    const text = JSON.stringify(value, (name, each) => (each instanceof Typed ? `${mark}${all.push(each) - 1}` : each), indent);
    return { all, text: text.replace(new RegExp(`"${mark}(\\d+)"`, "g"), (found, index) => between + all[index].text + between) };
  };

  const pretty = (value) => spliced(value, 2, "").text;

  /** A request's body, in which what was typed stands on lines of its own, so that it is known where the API finds it wrong. */
  const body = (value) => spliced(value, 0, "\n");

  /** What was typed where a line of the body is, and which line of that it is; nothing, when nothing was. */
  const typedAt = (all, line) => {
    let before = 1;
    for (const typed of all) {
      const lines = typed.text.split("\n").length;
      if (line > before && line <= before + lines) return { typed, line: line - before };
      before += lines + 1;
    }
    return null;
  };

  /** 1.50, 15e-1 and 1.5 are one number. */
  const decimal = (text) => {
    const [, sign, whole, part = "", power = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(text);
    const digits = `${whole}${part}`.replace(/^0+/, "");
    const short = digits.replace(/0+$/, "");
    return short === "" ? "0" : `${sign}${short}e${Number(power) - part.length + digits.length - short.length}`;
  };

  const token = (text) => (text.startsWith("\"") ? JSON.stringify(JSON.parse(text)) : /^[-\d]/.test(text) ? decimal(text) : text);

  const said = (text) => text.match(TOKENS).map(token).sort().join(" ");

  /** Whether JavaScript's values say all that a JSON text says: no number becomes another, and no member is there twice. */
  const keeps = (text) => said(text) === said(JSON.stringify(JSON.parse(text)));

  /**
   * What a form asks for. It has a key as long as it stays the same, under which the API does it once; and when it is done,
   * it is not asked for again before something is changed.
   */
  const once = () => {
    let [asked, key, isDone] = [null, "", false];
    return {
      keyOf: (what) => {
        if (what !== asked) [asked, key, isDone] = [what, random(), false];
        return key;
      },
      isDone: (what) => isDone && what === asked,
      done: () => { isDone = true; },
      anew: () => { asked = null; },
    };
  };

  /** Where the API found what was typed wrong is said by the lines of what was typed, and not of the whole request. */
  const placed = (error, all) => {
    const { line, column, detail } = error.problem || {};
    if (line === undefined) return error;
    const found = typedAt(all, line);
    const why = detail.replace(/^line \d+, column \d+: /, "").replace(" in RFC 8785", "");
    const isLine = !found || found.typed.place?.querySelector("input");
    error.message = isLine ? why.charAt(0).toUpperCase() + why.slice(1) : `Line ${found.line}, column ${column}: ${why}`;
    return Object.assign(error, { text: error.message, place: found?.typed.place });
  };

  /** Asks for a change under its key. What nobody answered can be asked for again. */
  const send = async (address, { all = [], key, ...options }) => {
    try {
      return await trove.ask(address, { ...options, headers: { Accept: "application/json", ...options.headers, "Idempotency-Key": key } });
    } catch (error) {
      if (error.isUnanswered) throw Object.assign(new Error(UNKNOWN), { isUnanswered: true });
      throw placed(error, all);
    }
  };

  Object.assign(trove, { typed: { Typed, body, keeps, pretty, random }, once, send });
})();
