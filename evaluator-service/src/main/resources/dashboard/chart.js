// The rates of the stages over the last minutes.
/* global uPlot */

import { known } from "./show.js";

const WINDOW = 300;
const GAP = 10;
const STAGES = ["seeds", "candidates", "verified", "evaluated"];

export class RateChart {
  #host;
  #colour;
  #onPoint;
  #data = [[], ...STAGES.map(() => [])];
  #plot = null;

  /**
   * colour gives a name's current colour: a stage, "fill", "grid" or "label". onPoint gets the time and the rates under the pointer, or null
   * when it leaves.
   */
  constructor(host, colour, onPoint) {
    this.#host = host;
    this.#colour = colour;
    this.#onPoint = onPoint;
    new ResizeObserver(() => this.#plot?.setSize(this.#size())).observe(host);
    this.restyle();
  }

  add(snapshot) {
    const now = Date.parse(snapshot.at) / 1_000;
    const times = this.#data[0];
    const last = times.at(-1) ?? -Infinity;
    if (!(now > last)) {
      return;
    }
    if (now - last > GAP && times.length > 0) {
      this.#push(last + 1, () => null);
    }
    this.#push(now, (stage) => snapshot.stages.find(({ name }) => name === stage)?.rate ?? null);
    while (times[0] < now - WINDOW - GAP) {
      this.#data.forEach((column) => column.shift());
    }
    this.#plot.setData(this.#data, false);
    this.#plot.setScale("x", { min: now - WINDOW, max: now });
  }

  #push(at, valueOf) {
    this.#data[0].push(at);
    STAGES.forEach((stage, i) => this.#data[i + 1].push(valueOf(stage)));
  }

  /** Draws anew with the current colours. */
  restyle() {
    this.#plot?.destroy();
    this.#plot = new uPlot(this.#options(), this.#data, this.#host);
    const now = this.#data[0].at(-1) ?? Date.now() / 1_000;
    this.#plot.setScale("x", { min: now - WINDOW, max: now });
  }

  #size() {
    return { width: this.#host.clientWidth, height: this.#host.clientHeight };
  }

  #options() {
    const axis = {
      stroke: this.#colour("label"),
      font: "11px system-ui, sans-serif",
      grid: { stroke: this.#colour("grid"), width: 1 },
      ticks: { show: false },
    };
    return {
      ...this.#size(),
      legend: { show: false },
      cursor: { y: false, points: { size: 6 }, drag: { setScale: false, x: false, y: false } },
      scales: { x: { time: true }, y: { range: (plot, min, max) => [0, Math.max(10, (max ?? 0) * 1.15)] } },
      axes: [
        { ...axis, size: 26, gap: 8, space: 64, incrs: [30, 60, 120, 300], values: (plot, splits) => splits.map(minute) },
        { ...axis, size: 46, gap: 6, space: 40, values: (plot, splits) => splits.map((value) => value.toLocaleString("en")) },
      ],
      series: [
        {},
        ...STAGES.map((stage) => ({
          stroke: this.#colour(stage),
          fill: stage === "evaluated" ? this.#colour("fill") : undefined,
          width: 1.75,
          points: { show: false },
        })),
      ],
      hooks: { setCursor: [(plot) => this.#tell(plot)] },
    };
  }

  #tell({ cursor: { idx } }) {
    const at = known(idx) ? this.#data[0][idx] : null;
    this.#onPoint(known(at) ? { at: new Date(at * 1_000), rates: STAGES.map((stage, i) => [stage, this.#data[i + 1][idx]]) } : null);
  }
}

function minute(at) {
  const date = new Date(at * 1_000);
  return date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: date.getSeconds() ? "2-digit" : undefined });
}
