// How values are put on the page. Everything a record says is text, never markup.

const whole = new Intl.NumberFormat("en");
const tenths = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

export const byId = (id) => document.getElementById(id);

/** An element with a class and children; a child that is no node becomes text. */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export const known = (value) => value !== null && value !== undefined && value !== "";

export function count(value) {
  return known(value) ? whole.format(value) : "–";
}

export function rate(value) {
  if (!known(value)) {
    return "–";
  }
  return value > 0 && value < 10 ? tenths.format(value) : whole.format(Math.round(value));
}

export function percent(share) {
  return known(share) ? tenths.format(share * 100) : "–";
}

export function seconds(value) {
  if (!known(value)) {
    return "–";
  }
  if (value < 60) {
    return `${value > 0 && value < 10 ? tenths.format(value) : whole.format(Math.round(value))} s`;
  }
  return value < 3_600
    ? `${Math.floor(value / 60)} min ${Math.round(value % 60)} s`
    : `${whole.format(Math.floor(value / 3_600))} h ${Math.round((value % 3_600) / 60)} min`;
}

export function time(iso) {
  return formatted(clock, iso);
}

export function dateTime(iso) {
  return formatted(moment, iso);
}

function formatted(format, iso) {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? "–" : format.format(date);
}

/** "WRONG_ANSWER" as words. */
export function words(code) {
  return known(code) ? String(code).toLowerCase().replaceAll("_", " ") : "–";
}

/** An id cut to what tells it from its neighbours. */
export function shortId(id) {
  return String(id).slice(0, 10);
}

/** A verdict, decision, outcome or phase as a coloured label. */
export function badge(code) {
  const tones = {
    ACCEPTED: "good", KEEP: "good", PASS: "good", DONE: "good", ACCEPT: "good",
    REJECTED: "bad", FAIL: "bad", ENDED: "bad", REJECT: "bad",
    DROP: "dim", SKIPPED: "dim",
  };
  return element("span", `badge ${tones[code] ?? "open"}`, words(code));
}
