// The alarm about checks that accepted a wrong record that was planted.

import { byId, dateTime, element, known } from "./show.js";

export class GateAlarm {
  #choose;
  #shown = "[]";

  /** Calls choose with a record's id when its button is pressed. */
  constructor(choose) {
    this.#choose = choose;
  }

  /** Leaves alone what has not changed, so that it is read out once and can be copied. */
  show(gates) {
    const next = JSON.stringify(gates);
    if (next === this.#shown) {
      return;
    }
    this.#shown = next;
    byId("gate").hidden = gates.length === 0;
    byId("gate").replaceChildren(...gates.map((gate) => this.#alarm(gate)));
  }

  #alarm({ check, since, probe, candidateId, suspectSince }) {
    const accepted = element("button", "link", "a wrong record");
    accepted.type = "button";
    accepted.disabled = !known(candidateId);
    accepted.addEventListener("click", () => this.#choose(candidateId));
    const suspect = known(suspectSince) ? `since ${dateTime(suspectSince)}` : "from its beginning";
    return element(
      "div",
      null,
      element("p", null, element("strong", null, "Retraining events are held back."), ` ${check} accepted `, accepted,
        ` that was planted${known(probe) ? ` (${probe})` : ""}, at ${dateTime(since)}. What it accepted ${suspect} is suspect.`),
      element("p", null, "Once it is put right: ", element("span", "code", `millrace gate open ${check} --reason "…"`)),
    );
  }
}
