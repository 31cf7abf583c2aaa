// The panel with one record's whole path and receipts.

import { badge, byId, count, dateTime, element, known, words } from "./show.js";
import { headers } from "./stream.js";

const SHOWN_APART = new Set([
  "id", "seed", "path", "strategy", "model", "prompt", "sampling", "usage", "cached", "finishReason", "earlierCalls", "messages", "checks", "scores",
  "verdict", "reason", "decision", "decisionReason", "policyVersion", "split", "duplicateOf", "drop", "nearest", "reviews", "benchmarkHits", "group", "version",
]);

export class Lineage {
  #dialog = byId("lineage");
  #body = byId("lineage-body");
  #wanted = null;

  constructor() {
    byId("lineage-close").addEventListener("click", () => this.#dialog.close());
    this.#dialog.addEventListener("click", (event) => event.target === this.#dialog && this.#dialog.close());
    this.#dialog.addEventListener("close", () => history.replaceState(null, "", location.pathname + location.search));
    addEventListener("hashchange", () => this.#showHash());
    this.#showHash();
  }

  async show(id) {
    this.#wanted = id;
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
    byId("lineage-id").textContent = id;
    this.#body.replaceChildren(element("p", "empty", "Loading…"));
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
    const content = await this.#load(id);
    if (this.#wanted === id) {
      this.#body.replaceChildren(...content);
      this.#body.scrollTop = 0;
    }
  }

  #showHash() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id) {
      this.show(id);
    }
  }

  async #load(id) {
    try {
      const response = await fetch(`/api/v1/records/${encodeURIComponent(id)}/lineage`, { headers: headers() });
      if (response.status === 404) {
        return [element("p", "empty", "No record with this id is known, or it has not been evaluated yet.")];
      }
      if (!response.ok) {
        return [this.#failure(id, `The service answered with status ${response.status}.`)];
      }
      return this.#render(await response.json());
    } catch {
      return [this.#failure(id, "The service did not answer.")];
    }
  }

  #failure(id, sentence) {
    return element("div", "empty", element("p", null, sentence), button("Try again", () => this.show(id)));
  }

  #render(record) {
    const rest = Object.entries(record).filter(([name, value]) => !SHOWN_APART.has(name) && known(value));
    return [
      this.#ruling(record),
      section("Path", record.path?.length > 0 && element("ol", "path", ...record.path.map(step))),
      section("Conversation", record.messages?.length > 0 && element("div", "messages", ...record.messages.map(message))),
      section("Checks", record.checks?.length > 0 && element("ul", "checks", ...record.checks.map(check))),
      section("Reviews", record.reviews?.length > 0 && element("ul", "checks", ...record.reviews.map(review))),
      section("Scores", facts(Object.fromEntries([...(record.scores ?? []), ...(record.group?.scores ?? [])].map(score)))),
      section("Asked the same", record.group && this.#group(record)),
      section("Made by", facts({
        strategy: record.strategy, model: record.model, prompt: record.prompt, sampling: record.sampling, usage: record.usage,
        cached: record.cached ? "yes" : null, finishReason: record.finishReason,
        earlierCalls: record.earlierCalls?.map((call) => `${call.step} (${call.model.returned})`).join(", "),
      })),
      section("Seed", facts(record.seed)),
      section("Went into", record.version && facts({ dataset: record.seed.dataset, version: record.version.number, files: record.version.directory, event: record.version.event })),
      section("More", rest.length > 0 && facts(Object.fromEntries(rest))),
    ].filter(Boolean);
  }

  #group({ id, group }) {
    const link = (other) => button(other, () => this.show(other), "link code");
    const about = (title, other) => known(other) ? element("p", null, `${title} `, other === id ? "this one" : link(other)) : null;
    return element("div", null,
      about("The best is", group.best),
      about("Preferred to", group.preferredTo),
      about("Rejected for", group.rejectedFor),
      element("ul", "checks", ...group.siblings.map((sibling) => element("li", null,
        element("p", null, badge(sibling.decision), link(sibling.id), element("span", "dim end", words(sibling.outcome)),
          sibling.withdrawn ? element("span", "why", "withdrawn") : null)))),
      facts({ passRate: group.passRate, rules: group.rules }));
  }

  #ruling(record) {
    const other = record.duplicateOf ?? record.nearest?.id;
    const link = other && button(other, () => this.show(other), "link code");
    return element(
      "div",
      "ruling",
      element("p", null, badge(record.verdict), why(record.reason, record.verdict)),
      element("p", null, badge(record.decision), why(record.decisionReason), link ? element("span", null, record.duplicateOf ? " of " : " near to ", link) : null),
      facts({ split: words(record.split), policy: record.policyVersion, similarity: record.nearest?.similarity, droppedBy: rule(record.drop), sharesWith: shared(record.benchmarkHits) }),
    );
  }
}

function shared(hits) {
  return hits?.length > 0
    ? hits.map((hit) => `${hit.benchmark}/${hit.item} (${words(hit.match)}, ${hit.run} words in a row)`).join(", ")
    : null;
}

function rule(drop) {
  return drop ? `${drop.rule}, ${drop.value} against ${drop.threshold}` : null;
}

function why(reason, said) {
  return known(reason) && reason !== said ? element("span", "why", words(reason)) : null;
}

function section(title, content) {
  return content ? element("section", null, element("h3", null, title), content) : null;
}

function button(text, press, className = "plain") {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

function step(at) {
  const place = known(at.topic) ? `${at.topic}-${at.partition} @ ${count(at.offset)}` : null;
  const build = [at.service, at.version, at.commit && String(at.commit).slice(0, 8), at.attempt > 1 && `attempt ${at.attempt}`].filter(Boolean).join(" · ");
  return element(
    "li",
    at.stage,
    element("p", null, element("b", null, at.stage), place && element("span", "code", place)),
    element("p", "dim", [dateTime(at.at), build].filter((text) => text && text !== "–").join(" · ")),
    known(at.id) ? element("p", "code dim", at.id) : null,
  );
}

function message({ role, content, ...rest }) {
  const extra = Object.fromEntries(Object.entries(rest).filter(([, value]) => !blank(value)));
  return element("div", `message ${role === "assistant" ? "answer" : ""}`,
    element("p", "role", role), element("pre", null, content ?? ""), facts(extra));
}

function check(result) {
  const took = known(result.tookMicros) ? `${(result.tookMicros / 1_000).toLocaleString("en", { maximumFractionDigits: 2 })} ms` : null;
  const about = [took, result.isolation].filter(known).join(" · ");
  return element("li", null,
    element("p", null, badge(result.outcome), element("b", null, result.name), element("span", "dim", `version ${result.version}`),
      about ? element("span", "dim end", about) : null),
    known(result.evidence) ? element("pre", null, result.evidence) : null,
    facts(result.measurements));
}

function review({ outcome, reviewer, reason, at }) {
  return element("li", null,
    element("p", null, badge(outcome), element("b", null, reviewer), element("span", "dim end", dateTime(at))),
    known(reason) ? element("pre", null, reason) : null);
}

function score({ dimension, value, scorer, version }) {
  return [dimension, `${value} by ${scorer}, version ${version}`];
}

const blank = (value) => !known(value) || (typeof value === "object" && Object.values(value).every(blank));

/** Names and values of any object as a list; what nests is flattened with dots. */
function facts(object) {
  const pairs = flat(object, "");
  return pairs.length > 0
    ? element("dl", "facts", ...pairs.map(([name, value]) => element("div", null, element("dt", null, name), element("dd", null, value))))
    : null;
}

function flat(value, name) {
  if (blank(value)) {
    return [];
  }
  if (typeof value !== "object") {
    return [[name || "value", String(value)]];
  }
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) {
    return [[name || "values", value.join(", ")]];
  }
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, name ? `${name}.${key}` : key));
}
