"use strict";
/* What the pages are nicer with and complete without: times in the reader's zone, copying, menus that close. */
(() => {
  const ENDED = "Your session ended. Sign in again in another tab, then press again here: what you typed stays.";
  const OPEN_MENUS = "details.switcher[open], details.menu[open]";
  const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
  const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
  const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

  const told = (date) => {
    const seconds = Math.round((date - Date.now()) / 1000);
    if (Math.abs(seconds) > 7 * 86400) return day.format(date);
    const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) || units[3];
    return relative.format(Math.trunc(seconds / length), unit);
  };

  const tellTimes = (root) => root.querySelectorAll("time[datetime]").forEach((time) => {
    const date = new Date(time.dateTime);
    if (Number.isNaN(date.getTime())) return;
    time.textContent = told(date);
    time.title = exact.format(date);
  });

  const sizes = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
  const sizeOf = (bytes) => {
    const step = Math.min(sizes.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    return new Intl.NumberFormat(undefined, { style: "unit", unit: sizes[step], unitDisplay: step ? "short" : "long", maximumSignificantDigits: 3 }).format(bytes / 1000 ** step);
  };

  const formatNumbers = (root) => root.querySelectorAll("data[value]").forEach((data) => {
    if (!/^-?[0-9]+(\.[0-9]+)?$/.test(data.value)) return;
    const whole = !data.value.includes(".");
    data.textContent = data.dataset.unit === "byte" ? sizeOf(Number(data.value)) : whole
      ? new Intl.NumberFormat().format(BigInt(data.value))
      : new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 }).format(Number(data.value));
    if (!whole) data.title = data.value;
    if (data.dataset.unit === "byte") data.title = count(Number(data.value), "byte");
  });

  const say = (text) => { document.getElementById("said").textContent = text; };

  const copy = async (button) => {
    const text = document.getElementById(button.dataset.copy).textContent;
    await navigator.clipboard.writeText(text);
    const label = button.querySelector("span") || button;
    const before = label.textContent;
    label.textContent = "Copied";
    say("Copied");
    setTimeout(() => { label.textContent = before; }, 2000);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
    document.querySelectorAll(OPEN_MENUS).forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll(OPEN_MENUS).forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  /* What a page's own script put into it, made as readable as the rest. */
  const polish = (root) => {
    if (navigator.clipboard) root.querySelectorAll("[data-copy]").forEach((button) => { button.hidden = false; });
    formatNumbers(root);
    tellTimes(root);
  };

  /* An element with these attributes and children; a text is a text, whatever stands in it. */
  const make = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
  };

  /* Asks the API as the person who is signed in; what is refused is an error that says why. */
  const ask = async (address, options = {}) => {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, ...options }).catch((unanswered) => {
      throw Object.assign(new Error("The server does not answer. Try again in a while."), { isUnanswered: true, cause: unanswered });
    });
    const isEnded = answer.status === 401 || (answer.redirected && new URL(answer.url).pathname === "/console/login");
    if (isEnded) throw Object.assign(new Error(ENDED), { isEnded, problem: { status: 401 } });
    if (answer.ok) return answer;
    const problem = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(problem.detail || problem.title || "The server did not answer as expected."), { problem });
  };

  /* So many of these, in words: "1 event", "2,000 events". */
  const count = (number, one, many = `${one}s`) => `${new Intl.NumberFormat().format(number)} ${number === 1 ? one : many}`;

  /* Does something once, however often its button is pressed meanwhile. A disabled button would lose the focus. */
  const busy = async (button, act) => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    try {
      await act();
    } finally {
      button.removeAttribute("aria-disabled");
    }
  };

  /*
   * A stream of events for as long as somebody looks at the page, which goes on where it was when they come back: a browser
   * has six connections to a server for all its tabs, and keeps those of pages that were left. What the server ended goes on
   * when it is resumed.
   */
  const stream = (address, { opened = () => {}, event, ended = () => {} }) => {
    const from = new URL(address, location.href);
    let source = null;
    let wanted = true;
    /* An ended stream does not say why; the ledger that it is of does. */
    const why = async () => {
      try {
        await ask(from.pathname.slice(0, -"/events/stream".length));
        return "The connection ended.";
      } catch (error) {
        if (error.isEnded) return "Your session ended. Sign in again in another tab, then go on here.";
        return error.problem?.status === 404 ? "This ledger is not there any more, or not for you." : "The connection ended.";
      }
    };
    const rest = () => {
      if (source) source.close();
      source = null;
    };
    const open = () => {
      if (!wanted || source || document.hidden) return;
      source = new EventSource(from);
      source.onopen = opened;
      source.onmessage = (message) => {
        if (message.lastEventId) from.searchParams.set("after", message.lastEventId);
        if (message.data) event(JSON.parse(message.data));
      };
      source.onerror = async () => {
        if (source.readyState !== EventSource.CLOSED) return;
        wanted = false;
        rest();
        ended(await why());
      };
    };
    window.addEventListener("pagehide", rest);
    window.addEventListener("pageshow", open);
    document.addEventListener("visibilitychange", () => (document.hidden ? rest() : open()));
    open();
    return {
      pause: () => { wanted = false; rest(); },
      resume: () => { wanted = true; open(); },
    };
  };

  const page = async () => new DOMParser().parseFromString(await (await ask(location.href, { headers: { Accept: "text/html" } })).text(), "text/html");

  /* What stands in a renewed part for something of the old one. */
  const twin = (node, made) => [...made.querySelectorAll(node.localName)].find((each) => ["id", "href", "data-post"].some((name) => node.hasAttribute(name) && each.getAttribute(name) === node.getAttribute(name)));

  /* The parts of the page that change by themselves, as they are now; the focus, what is ticked and all else stay. */
  const renew = async (then = () => {}) => {
    const now = await page();
    document.querySelectorAll("[data-fresh]").forEach((old) => {
      const found = now.querySelector(`[data-fresh="${old.dataset.fresh}"]`);
      if (!found) {
        location.reload();
        return;
      }
      const made = document.importNode(found, true);
      const held = old.contains(document.activeElement) ? document.activeElement : null;
      const ticked = [...old.querySelectorAll("input:checked")];
      old.replaceWith(made);
      ticked.forEach((each) => { const same = twin(each, made); if (same) same.checked = true; });
      polish(made);
      then(made);
      if (!held) return;
      const next = twin(held, made) || made;
      if (next === made) made.tabIndex = -1;
      next.focus();
    });
  };

  window.trove = { polish, make, ask, say, count, busy, renew, stream };

  /* A form that is on its way is not sent once more, whoever is impatient; one that came to nothing, or a page that one goes back to, may be. */
  const WAIT_MS = 10000;
  document.addEventListener("submit", (submitted) => {
    const { target } = submitted;
    if (submitted.defaultPrevented || target.getAttribute("method") !== "post") return;
    if (Date.now() - (target.dataset.sentAt || 0) < WAIT_MS) submitted.preventDefault();
    else target.dataset.sentAt = Date.now();
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("[data-sent-at]").forEach((form) => form.removeAttribute("data-sent-at")));

  document.addEventListener("DOMContentLoaded", () => {
    polish(document);
    document.querySelector(".side nav [aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });
    document.querySelectorAll(".switcher").forEach((menu) => menu.addEventListener("toggle", () => menu.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" })));
    setInterval(() => tellTimes(document), 30000);
  });
})();
