"use strict";
/* What the pages are nicer with and complete without: times in the reader's zone, copying, menus that close. */
(() => {
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

  const tellTimes = () => document.querySelectorAll("time[datetime]").forEach((time) => {
    const date = new Date(time.dateTime);
    if (Number.isNaN(date.getTime())) return;
    time.textContent = told(date);
    time.title = exact.format(date);
  });

  const formatNumbers = () => document.querySelectorAll("data[value]").forEach((data) => {
    data.textContent = new Intl.NumberFormat().format(BigInt(data.value));
  });

  const copy = async (button) => {
    const text = document.getElementById(button.dataset.copy).textContent;
    await navigator.clipboard.writeText(text);
    const label = button.textContent;
    button.textContent = "Copied";
    document.getElementById("said").textContent = "Copied";
    setTimeout(() => { button.textContent = label; }, 2000);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
    document.querySelectorAll("details.switcher[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.switcher[open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  document.addEventListener("DOMContentLoaded", () => {
    if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach((button) => { button.hidden = false; });
    formatNumbers();
    tellTimes();
    setInterval(tellTimes, 30000);
  });
})();
