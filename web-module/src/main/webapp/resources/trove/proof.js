"use strict";
/*
 * The proof that an event is in its ledger's tree: drawn, and worked out anew in this browser, with its own SHA-256, from
 * the event's record and the hashes of the proof to the root that the checkpoint signs (RFC 6962; C2SP tlog-proof).
 */
(() => {
  const { busy, count, el, svg, ask, json, say, sorry } = window.trove;
  const article = document.getElementById("event");
  const into = document.getElementById("path");
  const button = document.getElementById("verify");
  if (!article || !into) return;
  const { api, id, version, digest } = article.dataset;
  const position = Number(article.dataset.position);
  const address = (what) => `${api}/events/${encodeURIComponent(id)}/${what}?version=${version}`;

  const bytes = (base64) => Uint8Array.from(atob(base64.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const hex = (hash) => [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const base64 = (hash) => btoa(String.fromCharCode(...hash));
  const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer()));
  const number = (value) => new Intl.NumberFormat().format(value);

  const lead = (hashes) => count(hashes, "hash leads", "hashes lead");

  /** The proof as it is sent: its parts by name, and the checkpoint that is signed. */
  const parse = (text) => {
    const blank = text.indexOf("\n\n");
    const lines = text.slice(0, blank).split("\n");
    const note = text.slice(blank + 2);
    const [origin, size, root] = note.split("\n");
    const extra = lines.find((line) => line.startsWith("extra "));
    const index = lines.findIndex((line) => line.startsWith("index "));
    return { record: bytes(extra.slice(6)), index: Number(lines[index].slice(6)), hashes: lines.slice(index + 1).map(bytes), origin, size: Number(size), root, note };
  };

  /** The subtrees beside the way from the root down to a leaf, the one next to the leaf first. */
  const beside = (index, first, size) => {
    if (size === 1) return [];
    let left = 1;
    while (left * 2 < size) left *= 2;
    return index < left
      ? [...beside(index, first, left), { side: "right", first: first + left, size: size - left, of: { first, size } }]
      : [...beside(index - left, first + left, size - left), { side: "left", first, size: left, of: { first, size } }];
  };

  const events = ({ first, size }) => (size === 1 ? `event ${number(first)}` : `events ${number(first)} to ${number(first + size - 1)}`);

  /* In a narrow window the drawing is narrower, and its letters are not smaller. */
  const narrow = into.clientWidth < 560;
  const ROW = 62;
  const WIDTH = narrow ? 330 : 640;
  const BOX = narrow ? 158 : 210;
  const ASIDE = narrow ? 83 : 130;
  const MIDDLE = WIDTH / 2;
  const shortly = (those) => (narrow && those.size > 1 ? `${number(those.first)} – ${number(those.first + those.size - 1)}` : events(those));

  const box = (x, y, title, hash, kind, level) => svg("g", { class: `hash ${kind}`, transform: `translate(${x - BOX / 2} ${y})`, "data-level": level },
    svg("title", {}, hash), svg("rect", { width: BOX, height: 40, rx: 8 }), svg("text", { x: BOX / 2, y: 17, "text-anchor": "middle" }, title),
    svg("text", { x: BOX / 2, y: 32, "text-anchor": "middle", class: "mono" }, hash ? `${hash.slice(0, narrow ? 14 : 20)}…` : "not worked out yet"));

  const joint = (x1, y1, x2, y2) => svg("path", { class: "joint", d: `M ${x1} ${y1} C ${x1} ${(y1 + y2) / 2}, ${x2} ${(y1 + y2) / 2}, ${x2} ${y2}` });

  /** The root is above, as in every drawing of such a tree; the way goes down to the event. */
  const draw = (proof, steps, hashes) => {
    const height = (steps.length + 1) * ROW + 20;
    const y = (level) => height - 50 - level * ROW;
    const x = (level) => (level === steps.length ? MIDDLE : MIDDLE + (steps[level].side === "left" ? ASIDE : -ASIDE));
    const parts = steps.map((step, level) => {
      const other = MIDDLE + (step.side === "left" ? -ASIDE : ASIDE);
      return [joint(x(level), y(level), x(level + 1), y(level + 1) + 40), joint(other, y(level), x(level + 1), y(level + 1) + 40),
        box(other, y(level), shortly(step), hex(proof.hashes[level]), "given", "")];
    });
    const own = [{ first: position, size: 1 }, ...steps.map((step) => step.of)].map((of, level) => box(x(level), y(level),
      level === 0 ? `${narrow ? "" : "Leaf: "}this event, ${number(position)}` : level === steps.length ? `Root of ${narrow ? number(proof.size) : count(proof.size, "event")}` : shortly(of),
      hashes[level] ? hex(hashes[level]) : "", `own${hashes[level] ? " worked" : ""}`, level));
    return svg("svg", { width: WIDTH, viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": `The path of ${count(steps.length, "step")} from this event to the root of the ledger's tree; below it is the same in words` },
      parts.flat(), own);
  };

  const words = (proof, steps, hashes) => el("details", { class: "alternative" }, el("summary", {}, "The same in words"),
    el("ol", {},
      el("li", {}, "The event's record has the digest ", el("code", {}, digest), "."),
      el("li", {}, "The leaf is the SHA-256 of a zero byte and the digest", hashes[0] ? [": ", el("code", {}, hex(hashes[0]))] : "", "."),
      steps.map((step, level) => el("li", {}, `With the hash of ${events(step)} on the ${step.side}, `, el("code", {}, hex(proof.hashes[level])),
        `, it makes the hash of ${events(step.of)}`, hashes[level + 1] ? [": ", el("code", {}, hex(hashes[level + 1]))] : "", ".")),
      el("li", {}, "The checkpoint signs the root ", el("code", {}, hex(bytes(proof.root))), ".")));

  const legend = () => el("p", { class: "legend small muted" }, el("span", { class: "key own" }), "on the way, worked out by whoever verifies", el("span", { class: "key given" }), "given by the proof");

  const show = (proof, steps, hashes, verdict) => {
    const open = Boolean(into.querySelector("details.alternative[open]"));
    const text = words(proof, steps, hashes);
    text.open = open;
    into.replaceChildren(el("p", { class: "muted small" }, `This event is leaf ${number(position)} of a tree of ${count(proof.size, "event")}. ${lead(steps.length)} from it to the root that the ledger's checkpoint signs.`),
      verdict || "", el("div", { class: "drawing" }, draw(proof, steps, hashes)), legend(), text);
  };

  /** Whether each member that the reader sees is what the record commits to, without the other members being known. */
  const membersHold = async (proof, evidence) => {
    const record = JSON.parse(new TextDecoder().decode(proof.record));
    const own = evidence.events.find((each) => each.position === position);
    const shown = JSON.parse(document.getElementById("raw").textContent);
    let checked = 0;
    for (const [name, member] of Object.entries(own.members || {})) {
      const commitment = base64(await sha256(bytes(member.salt), bytes(member.bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
      const said = JSON.stringify(JSON.parse(new TextDecoder().decode(bytes(member.bytes))));
      if (record.private[name] !== commitment || said !== JSON.stringify(shown[name])) return { holds: false, text: `The member ${name} is not what the record commits to.` };
      checked += 1;
    }
    const plain = ["id", "type", "schema", "entity", "createdAt", "recordedAt", "producer", "links", "trace", "cause"];
    const wrong = plain.find((name) => JSON.stringify(record[name]) !== JSON.stringify(shown[name]));
    if (wrong) return { holds: false, text: `The record says another ${wrong} than this page.` };
    return { holds: true, text: `The record says what this page shows, and its commitments open to ${checked} more members.` };
  };

  /** By the key of the ledger that the signature names; that it is the ledger's key, the reader has to know. */
  const signature = async (proof, keys) => {
    const end = proof.note.indexOf("\n\n") + 1;
    const line = proof.note.slice(end + 1).split("\n").find((each) => each.startsWith(`— ${proof.origin} `));
    const signed = bytes(line.slice(line.lastIndexOf(" ") + 1));
    const key = keys.find((each) => each.startsWith(`${proof.origin}+${hex(signed.slice(0, 4))}+`));
    if (!key) return { holds: false, text: "The checkpoint is signed with no key of this ledger." };
    try {
      const open = bytes(key.slice(proof.origin.length + 10)).slice(1);
      const imported = await crypto.subtle.importKey("raw", open, { name: "Ed25519" }, false, ["verify"]);
      const holds = await crypto.subtle.verify("Ed25519", imported, signed.slice(4), new TextEncoder().encode(proof.note.slice(0, end)));
      return { holds, text: holds ? "The checkpoint is signed with the ledger's key. Compare the key with one that you got in another way:" : "The signature of the checkpoint is wrong. The key:", key };
    } catch (unable) {
      return { holds: true, open: true, text: "This browser cannot check Ed25519 signatures; trove-verify.jar checks the downloaded evidence. The key:", key };
    }
  };

  const line = ({ holds, open, text, key }) => el("li", { class: open ? "open" : holds ? "good" : "bad" },
    el("i", { class: `pi ${open ? "pi-minus-circle" : holds ? "pi-check-circle" : "pi-times-circle"}`, "aria-hidden": "true" }),
    el("span", {}, text, key ? [" ", el("code", { class: "break" }, key)] : ""));

  const verify = async (proof, steps) => {
    const found = await sha256(proof.record);
    const hashes = [await sha256(Uint8Array.of(0), found)];
    for (const [level, step] of steps.entries()) {
      const other = proof.hashes[level];
      hashes.push(await (step.side === "left" ? sha256(Uint8Array.of(1), other, hashes[level]) : sha256(Uint8Array.of(1), hashes[level], other)));
    }
    const evidence = await json(address("evidence"));
    const checks = [
      { holds: hex(found) === digest, text: hex(found) === digest ? "The record's SHA-256 is the event's digest." : "The record's SHA-256 is not the event's digest." },
      await membersHold(proof, evidence),
      { holds: base64(hashes[steps.length]) === proof.root, text: base64(hashes[steps.length]) === proof.root ? `${lead(steps.length)} from the leaf to the checkpoint's root.` : "The path does not lead to the checkpoint's root." },
      await signature(proof, evidence.keys),
    ];
    const holds = checks.every((check) => check.holds);
    show(proof, steps, hashes, el("div", { class: `verdict ${holds ? "good" : "bad"}`, role: "status", id: "verdict", "data-holds": String(holds) },
      el("strong", {}, holds ? "Verified in this browser: the event is in the ledger, exactly so." : "This does not hold."), el("ul", {}, checks.map(line))));
    say(holds ? "Verified" : "This does not hold");
    button.textContent = "Verify again";
  };

  const begin = async () => {
    try {
      const proof = parse(await (await ask(address("proof"))).text());
      const steps = beside(proof.index, 0, proof.size);
      show(proof, steps, []);
      if (!window.isSecureContext) {
        into.prepend(el("p", { class: "note" }, "A browser works out hashes only on https or on localhost: open Trove there to verify here, or download the evidence and use trove-verify.jar."));
        return;
      }
      button.hidden = false;
      button.addEventListener("click", () => busy(button, () => verify(proof, steps).catch((error) => into.prepend(sorry(error.message)))));
    } catch (error) {
      into.replaceChildren(sorry(error.message));
    }
  };

  begin();
})();
