"use strict";
/*
 * Looking at a file without leaving the page. What is shown is a picture of a known kind, or a PDF in a frame; its
 * bytes are given the media type here, so that a file that lies about what it is stays inert.
 */
(() => {
  const { busy, count, el, ask, once, send, sorry } = window.trove;
  const BYTES_MAX = 32 * 1024 * 1024;
  const PICTURES = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp"];
  const TEXTS = ["text/plain", "text/csv", "application/json", "text/markdown", "application/xml", "text/xml"];
  const TEXT_MAX = 100000;

  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  document.querySelectorAll(".bytes").forEach((data) => {
    const size = Number(data.dataset.bytes);
    const power = Math.min(3, Math.floor(Math.log10(Math.max(1, size)) / 3));
    data.title = count(size, "byte");
    data.textContent = new Intl.NumberFormat(undefined, { style: "unit", unit: units[power], unitDisplay: power === 0 ? "long" : "short", maximumFractionDigits: 1 }).format(size / 1000 ** power);
  });

  const shown = async (media, name, bytes) => {
    if (TEXTS.includes(media)) return el("pre", { tabindex: 0, "aria-label": `The beginning of ${name}` }, new TextDecoder().decode(bytes.slice(0, TEXT_MAX)));
    const address = URL.createObjectURL(new Blob([bytes], { type: media }));
    return PICTURES.includes(media) ? el("img", { src: address, alt: `The file ${name}` })
      : el("iframe", { src: address, title: `The file ${name}` });
  };

  /* An event never changes: what is attached later comes with an event of its own, which leads to the one that it is for. */
  const attach = document.getElementById("attach");
  const turn = once();
  attach?.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    const { api, id, version } = document.getElementById("event").dataset;
    const { entityType, entityId } = attach.dataset;
    const files = [...document.getElementById("attached").files];
    const event = {
      type: "file.attached",
      links: [{ type: "attachment", targetEvent: { id, version: Number(version) } }],
      files: files.map((file, index) => ({ id: `file-${index + 1}`, filename: file.name, contentType: file.type || "application/octet-stream" })),
      ...(entityId && { entity: { type: entityType, id: entityId } }),
    };
    const body = new FormData();
    body.append("event", new Blob([JSON.stringify(event)], { type: "application/json" }));
    files.forEach((file, index) => body.append(`file-${index + 1}`, file));
    busy(attach.querySelector("button"), async () => {
      try {
        await send(`${api}/events`, { method: "POST", key: turn.keyOf(JSON.stringify(files.map(({ name, size, lastModified }) => [name, size, lastModified]))), body });
        location.hash = "files";
        location.reload();
        await new Promise((cameBack) => { window.addEventListener("pageshow", cameBack, { once: true }); });
      } catch (error) {
        document.getElementById("attach-said").replaceChildren(sorry(error.message));
      }
    });
  });

  document.querySelectorAll("[data-preview]").forEach((button) => {
    const item = button.closest("li");
    const media = item.dataset.media.split(";")[0].trim().toLowerCase();
    if (![...PICTURES, ...TEXTS, "application/pdf"].includes(media) || Number(item.dataset.size) > BYTES_MAX) return;
    const place = item.querySelector(".preview");
    button.hidden = false;
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", async () => {
      if (!place.hidden) {
        place.hidden = true;
      } else {
        place.hidden = false;
        if (!place.hasChildNodes()) {
          try {
            const bytes = await (await ask(item.querySelector("[data-get]").getAttribute("href"))).arrayBuffer();
            place.replaceChildren(await shown(media, item.dataset.name, bytes));
          } catch (error) {
            place.replaceChildren(sorry(error.message));
          }
        }
      }
      button.setAttribute("aria-expanded", String(!place.hidden));
      button.textContent = place.hidden ? "Preview" : "Close the preview";
    });
  });
})();
