// One record after the other for somebody to review, by keyboard or not.

import { badge, byId, count, element, known, percent, words } from "./show.js";
import { headers } from "./stream.js";

const MOST_SEEN = 50;

let reviewer = localStorage.getItem("millrace.reviewer") ?? "";
let seen = [];
let at = -1;
let busy = false;

const current = () => seen[at] ?? null;

class Refused extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { ...headers(), ...options.headers }, cache: "no-store" });
  } catch {
    throw new Refused(0, "The service did not answer. Try again.");
  }
  if (response.status === 204) {
    return null;
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refused(response.status, body.detail ?? `The service answered with status ${response.status}.`);
  }
  return body;
}

/** Does one thing at a time, and says what went wrong with it. */
async function doing(work) {
  if (busy) {
    return;
  }
  busy = true;
  tell("");
  try {
    await work();
  } catch (failure) {
    if (!(failure instanceof Refused)) {
      throw failure;
    }
    if (failure.status === 401 || failure.status === 403) {
      showStart(true);
    } else {
      tell(failure.message, true);
    }
  } finally {
    busy = false;
  }
}

function tell(sentence, failed = false) {
  byId("message").textContent = sentence;
  byId("message").classList.toggle("failed", failed);
}

async function next() {
  if (at < seen.length - 1) {
    at++;
    showItem();
    return;
  }
  const query = new URLSearchParams({ reviewer });
  if (current()) {
    query.set("after", current().id);
  }
  const task = await ask(`/api/v1/reviews/next?${query}`);
  if (task) {
    seen = [...seen, task].slice(-MOST_SEEN);
    at = seen.length - 1;
  } else {
    // From the beginning, where those are that were skipped.
    seen = [];
    at = -1;
  }
  showItem();
  await showFigures();
}

function back() {
  if (at > 0) {
    at--;
    showItem();
  }
}

async function submit(outcome) {
  const task = current();
  const body = { record: task.id, reviewer, outcome, reason: byId("reason").value };
  if (outcome === "edit") {
    body.answer = byId("answer").value;
  }
  try {
    await ask("/api/v1/reviews", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  } catch (failure) {
    if (!(failure instanceof Refused && failure.status === 409)) {
      throw failure;
    }
    forget(task);
    await next();
    tell(failure.message, true);
    return;
  }
  forget(task);
  await next();
  tell(`Noted: ${outcome} for ${task.id}.`);
}

/** What is done is not gone back to; the query goes on behind the one before it. */
function forget(task) {
  seen = seen.filter((other) => other !== task);
  at = Math.min(at, seen.length) - 1;
}

const acts = {
  accept: () => submit("accept"),
  reject: async () => {
    if (byId("reason").value.trim() === "") {
      byId("reason").focus();
      tell("Say why it is rejected, then press Enter.");
      byId("reason").dataset.then = "reject";
    } else {
      await submit("reject");
    }
  },
  edit: async () => {
    if (!current().editable) {
      tell("This record cannot be edited: it is kept already, or its answer is a call of a tool.", true);
    } else if (byId("edit").hidden) {
      byId("edit").hidden = false;
      byId("edit-word").textContent = "Save";
      byId("answer").value = current().record.messages.at(-1).content;
      byId("answer").focus();
    } else {
      await submit("edit");
    }
  },
  skip: next,
};

function act(name) {
  if (current() && acts[name]) {
    doing(acts[name]);
  }
}

function showItem() {
  const task = current();
  byId("form").hidden = !task;
  byId("edit").hidden = true;
  byId("edit-word").textContent = "Edit";
  byId("reason").value = "";
  delete byId("reason").dataset.then;
  byId("item-title").textContent = task ? task.id : "Nothing waits for you";
  byId("item-place").textContent = task ? `${count(task.open)} open` : "";
  byId("item").replaceChildren(...(task ? parts(task) : [nothing()]));
  document.querySelector('[data-act="edit"]').disabled = !task?.editable;
  byId("item-title").focus({ preventScroll: true });
  scrollTo({ top: 0 });
}

function nothing() {
  const again = element("button", "plain", "Look again");
  again.type = "button";
  again.addEventListener("click", () => doing(next));
  return element("div", "empty", element("p", null, "No record waits for your review, or others are looking at those that do."), again);
}

function parts({ reason, kept, reviewers, record }) {
  const why = kept ? "It is kept and was drawn at random." : `The checks could not decide: ${words(reason)}.`;
  const pair = reviewers > 1 ? " Two people must agree on it." : "";
  return [
    element("p", "asked", why, pair),
    section("Conversation", element("div", "messages", ...record.messages.map(message))),
    reference(record),
    record.checks.length > 0 && section("Checks", element("ul", "checks", ...record.checks.map(check))),
    section("Origin", element("p", "dim",
      [record.seed.dataset, record.seed.domain, record.seed.difficulty, record.strategy.name, record.model?.returned].filter(known).join(" · "))),
  ].filter(Boolean);
}

function reference(record) {
  return known(record.extraction) && section("Answer that was read", element("pre", null, record.extraction.answer));
}

function section(title, content) {
  return element("section", null, element("h3", null, title), content);
}

function message({ role, content, reasoning, toolCalls }) {
  return element("div", `message ${role === "assistant" ? "answer" : ""}`,
    element("p", "role", role),
    known(reasoning) ? element("pre", "dim", reasoning) : null,
    element("pre", null, content ?? ""),
    ...(toolCalls ?? []).map((call) => element("pre", "code", `${call.name} ${call.arguments}`)));
}

function check(result) {
  return element("li", null,
    element("p", null, badge(result.outcome), element("b", null, result.name), element("span", "dim", `version ${result.version}`)),
    known(result.evidence) ? element("pre", null, result.evidence) : null);
}

async function showFigures() {
  const { asked, done, outcomes, agreement, sample, bad, badShareBound } = await ask("/api/v1/reviews");
  const rows = [
    ["asked", count(asked)],
    ["done", count(done)],
    ...Object.entries(outcomes).map(([outcome, number]) => [words(outcome), count(number)]),
    ["rated by two", count(agreement?.records ?? 0)],
  ];
  if (agreement) {
    rows.push(["agree on", `${percent(agreement.share)} %`]);
    rows.push(["kappa", `${agreement.kappa.toFixed(2)} (${agreement.low.toFixed(2)} to ${agreement.high.toFixed(2)})`]);
  }
  rows.push(["random sample", `${count(bad)} bad of ${count(sample)}`]);
  byId("figures").replaceChildren(
    ...rows.map(([name, value]) => element("div", null, element("dt", null, name), element("dd", null, value))));
  byId("bound").textContent = known(badShareBound)
    ? `Under ${percent(Math.ceil(badShareBound * 1_000) / 1_000)} % of what is kept is bad, with 95 % confidence.`
    : "Nothing is known yet of the bad share of what is kept.";
}

function showStart(withToken) {
  byId("start").hidden = false;
  byId("desk").hidden = true;
  byId("token").hidden = byId("token-label").hidden = !withToken;
  byId("token").required = withToken;
  byId("name").value = reviewer;
  (withToken && reviewer ? byId("token") : byId("name")).focus();
}

function begin() {
  byId("start").hidden = true;
  byId("desk").hidden = false;
  byId("rename").hidden = false;
  byId("who").textContent = reviewer;
  seen = [];
  at = -1;
  doing(next);
}

byId("start").addEventListener("submit", (event) => {
  event.preventDefault();
  reviewer = byId("name").value.trim();
  localStorage.setItem("millrace.reviewer", reviewer);
  if (byId("token").value) {
    sessionStorage.setItem("millrace.token", byId("token").value);
    byId("token").value = "";
  }
  begin();
});

byId("rename").addEventListener("click", () => showStart(false));
byId("form").addEventListener("submit", (event) => event.preventDefault());
byId("form").addEventListener("click", (event) => act(event.target.closest("[data-act]")?.dataset.act));

addEventListener("keydown", (event) => {
  const writing = event.target.matches("input, textarea");
  if (event.key === "Escape" && writing) {
    event.target.blur();
  } else if (event.key === "Enter" && event.target === byId("reason") && event.target.dataset.then) {
    act(event.target.dataset.then);
  } else if (event.key === "Enter" && event.target === byId("answer") && (event.ctrlKey || event.metaKey)) {
    act("edit");
  } else if (!writing && !event.ctrlKey && !event.metaKey && !event.altKey && !byId("desk").hidden) {
    press(event);
  }
});

function press(event) {
  const name = { a: "accept", r: "reject", e: "edit", s: "skip", j: "skip" }[event.key];
  if (name) {
    event.preventDefault();
    act(name);
  } else if (event.key === "k") {
    back();
  }
}

document.documentElement.dataset.theme = localStorage.getItem("millrace.theme") ?? "";
if (reviewer) {
  begin();
} else {
  showStart(false);
}
