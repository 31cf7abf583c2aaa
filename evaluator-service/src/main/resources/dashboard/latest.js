// The table of the latest records.

import { badge, byId, element, shortId, time, words } from "./show.js";

export class LatestRecords {
  #rows = new Map();
  #held = false;
  #waiting = null;

  /** Calls choose with a record's id when its row is clicked or its button pressed. */
  constructor(choose) {
    const body = byId("latest");
    body.addEventListener("click", (event) => {
      const row = event.target.closest("tr");
      if (row) {
        choose(row.dataset.id);
      }
    });
    // A row must not slip away from under the pointer or the focus.
    body.addEventListener("pointerenter", () => this.#hold(true));
    body.addEventListener("pointerleave", () => this.#hold(body.contains(document.activeElement)));
    body.addEventListener("focusin", () => this.#hold(true));
    body.addEventListener("focusout", (event) => this.#hold(body.contains(event.relatedTarget) || body.matches(":hover")));
  }

  show(records) {
    byId("latest-empty").hidden = records.length > 0;
    if (this.#held) {
      this.#waiting = records;
      return;
    }
    const first = this.#rows.size === 0;
    const rows = new Map(records.map((record) => [record.id, this.#rows.get(record.id) ?? row(record, !first)]));
    this.#rows = rows;
    place(byId("latest"), [...rows.values()]);
  }

  #hold(held) {
    this.#held = held;
    byId("latest-hint").textContent = held ? "held still while you look" : "choose one to see its receipts";
    if (!held && this.#waiting) {
      this.show(this.#waiting);
      this.#waiting = null;
    }
  }
}

/** Makes rows the children without moving those that stay, which would set off their animation again. */
function place(body, rows) {
  const staying = new Set(rows);
  [...body.children].filter((child) => !staying.has(child)).forEach((child) => child.remove());
  rows.forEach((child, i) => child !== body.children[i] && body.insertBefore(child, body.children[i] ?? null));
}

function row(record, fresh) {
  const open = element("button", "link code", shortId(record.id));
  open.type = "button";
  open.setAttribute("aria-label", `Receipts of record ${record.id}`);
  const made = element(
    "tr",
    fresh ? "fresh" : null,
    element("td", "number", time(record.at)),
    element("td", null, badge(record.verdict)),
    element("td", null, badge(record.decision)),
    element("td", "wide", words(record.reason)),
    element("td", null, record.domain ?? "–"),
    element("td", "wide", record.strategy ?? "–"),
    element("td", null, open),
  );
  made.dataset.id = record.id;
  return made;
}
