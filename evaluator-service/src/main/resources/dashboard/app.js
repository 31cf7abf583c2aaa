// Puts the snapshots of the service on the page.

import { RateChart } from "./chart.js";
import { GateAlarm } from "./gate.js";
import { LatestRecords } from "./latest.js";
import { Lineage } from "./lineage.js";
import { badge, byId, count, element, known, percent, rate, seconds, time, words } from "./show.js";
import { follow } from "./stream.js";

const STAGES = ["seeds", "candidates", "verified", "evaluated"];
const MOST_REASONS = 8;
const CONNECTION = {
  connecting: "Connecting",
  live: "Live",
  stale: "Stale: nothing new arrives",
  lost: "Connection lost, trying again",
  unauthorised: "Token needed",
};

const stages = new Map(STAGES.map((name) => [name, stageCard(name)]));
byId("stages").append(...[...stages.values()].map(({ card }) => card));

const chart = new RateChart(byId("chart"), currentColour, showPoint);
const lineage = new Lineage();
const gate = new GateAlarm((id) => lineage.show(id));
const latest = new LatestRecords((id) => lineage.show(id));

const reconnect = follow("/api/v1/stream", show, showConnection);

function show(snapshot) {
  byId("clock").textContent = time(snapshot.at);
  byId("clock").dateTime = snapshot.at;
  snapshot.stages.forEach(showStage);
  showVerdicts(snapshot);
  showReasons(snapshot.reasons);
  showVersions(snapshot.retraining);
  showRecipes(snapshot.recipes);
  showDeadLetters(snapshot.deadLettered);
  showPlanted(snapshot.planted);
  gate.show(snapshot.closedGates ?? []);
  latest.show(snapshot.latest);
  chart.add(snapshot);
}

function showPoint(point) {
  byId("flow-hint").textContent = point
    ? [time(point.at), ...point.rates.map(([stage, value]) => `${stage} ${rate(value)}`)].join(" · ")
    : "records a second, last 5 minutes";
}

function stageCard(name) {
  const figures = { rate: element("b", null, "–"), behind: element("span", "lag", "–"), total: element("span", null, "–") };
  const card = element(
    "li",
    `stage ${name}`,
    element("h2", null, element("span", "dot"), name),
    element("p", "rate", figures.rate, " /s"),
    element(
      "dl",
      null,
      element("div", null, element("dt", null, "waiting"), element("dd", null, figures.behind)),
      element("div", null, element("dt", null, "total"), element("dd", null, figures.total)),
    ),
  );
  return { card, figures };
}

function showStage(stage) {
  const shown = stages.get(stage.name);
  if (!shown) {
    return;
  }
  shown.figures.rate.textContent = rate(stage.rate);
  shown.figures.total.textContent = count(stage.total);
  shown.figures.behind.textContent = known(stage.lagRecords)
    ? `${count(stage.lagRecords)}${stage.lagRecords > 0 && known(stage.lagSeconds) ? ` · ${seconds(stage.lagSeconds)}` : ""}`
    : "–";
  shown.card.classList.toggle("behind", stage.lagSeconds > 30);
}

function showVerdicts({ accepted, rejected, undecided, acceptRate, kept, duplicates, deadLettered }) {
  const verdicts = accepted + rejected + undecided;
  const share = acceptRate ?? (verdicts > 0 ? accepted / verdicts : null);
  byId("accept-rate").replaceChildren(percent(share), element("small", null, known(share) ? " %" : ""));
  byId("verdicts-hint").textContent = known(acceptRate) ? "last minute" : "of all verdicts";
  const parts = [["accepted", accepted], ["rejected", rejected], ["undecided", undecided]];
  byId("balance").replaceChildren(...parts.map(([name, value]) => grown(element("span", name), value)));
  byId("verdict-counts").replaceChildren(...parts.map(([name, value]) => counted(name, value)));
  byId("totals").replaceChildren(
    counted("kept", kept),
    counted("duplicates", duplicates),
    counted("dead letters", deadLettered),
  );
}

function grown(part, value) {
  part.style.flexGrow = value || 0;
  return part;
}

function counted(name, value) {
  return element("div", name.replace(" ", "-"), element("dt", null, name), element("dd", null, count(value)));
}

function showReasons(reasons) {
  const first = reasons.toSorted((one, other) => other.count - one.count).slice(0, MOST_REASONS);
  const most = first[0]?.count;
  byId("reasons").replaceChildren(
    ...first.map((reason) => {
      const bar = element("span", "bar-fill");
      bar.style.width = `${(100 * reason.count) / most}%`;
      return element("li", null, element("span", "name", words(reason.reason)), element("span", "number", count(reason.count)),
        element("span", "bar-track", bar));
    }),
  );
  byId("reasons-empty").hidden = reasons.length > 0;
}

function showVersions(versions) {
  byId("retraining").replaceChildren(
    ...versions.map((event) =>
      element("li", null,
        element("span", "name", event.dataset),
        element("span", "tag", `v${event.version}`),
        element("span", "number", `${count(event.kept)} records`),
        element("time", null, time(event.at)))),
  );
  byId("retraining-empty").hidden = versions.length > 0;
}

function showRecipes(recipes) {
  byId("recipes-panel").hidden = recipes.length === 0;
  byId("recipes").replaceChildren(...recipes.map(recipe));
}

function recipe({ name, phase, reason, goal, target, reached, keptShare, tokens, costMicros }) {
  const bar = element("span", "bar-fill");
  bar.style.width = `${Math.min(100, (100 * reached) / Math.max(1, target))}%`;
  const spent = costMicros > 0 ? `${(costMicros / 1e6).toFixed(2)} dollars` : `${count(tokens)} tokens`;
  const facts = [known(keptShare) && `${percent(keptShare)} % kept`, tokens > 0 && spent, known(reason) && reason].filter(Boolean);
  return element("li", phase.toLowerCase(),
    element("span", "name", name),
    badge(phase),
    element("span", "number", `${count(reached)} of ${count(target)} ${goal}`),
    element("span", "bar-track", bar),
    element("span", "aside", facts.join(" · ")));
}

function showDeadLetters(number) {
  const warning = byId("dead-letters");
  warning.hidden = !(number > 0);
  const text = `${count(number)} ${number === 1 ? "record" : "records"} could not be processed. See: millrace dlq list`;
  if (!warning.hidden && warning.textContent !== text) {
    warning.textContent = text;
  }
}

function showPlanted({ total, falseAccepts, falseRejects }) {
  const faults = [[falseAccepts, "wrongly accepted"], [falseRejects, "wrongly turned away"]].filter(([number]) => number > 0);
  byId("planted").hidden = total === 0;
  byId("planted").textContent = `planted ${count(total)}, ${
    faults.length > 0 ? faults.map(([number, name]) => `${count(number)} ${name}`).join(", ") : "all as expected"}`;
  byId("planted").classList.toggle("faulty", falseAccepts > 0);
}

function showConnection(state) {
  document.body.dataset.connection = state;
  if (byId("connection").textContent !== CONNECTION[state]) {
    byId("connection").textContent = CONNECTION[state];
  }
  const asks = state === "unauthorised";
  if (asks !== !byId("token-form").hidden) {
    byId("token-form").hidden = !asks;
    byId("token-hint").textContent = sessionStorage.getItem("millrace.token")
      ? "The last one was refused."
      : "It is kept for this tab only.";
    if (asks) {
      byId("token").focus();
    }
  }
}

byId("token-form").addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem("millrace.token", byId("token").value);
  byId("token").value = "";
  showConnection("connecting");
  reconnect();
});

/** The colour that the style sheet gives to a stage or a part of the chart in the current theme. */
function currentColour(name) {
  const probe = element("span", `probe ${name}`);
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

function useTheme(theme) {
  document.documentElement.dataset.theme = theme;
  chart.restyle();
}

byId("theme").addEventListener("click", () => {
  const current = document.documentElement.dataset.theme || (prefersDark.matches ? "dark" : "light");
  const next = current === "dark" ? "light" : "dark";
  localStorage.setItem("millrace.theme", next);
  useTheme(next);
});
prefersDark.addEventListener("change", () => chart.restyle());
useTheme(localStorage.getItem("millrace.theme") ?? "");
