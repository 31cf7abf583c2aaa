#!/usr/bin/env node
// Takes a picture of a running dashboard with Chromium, which is driven over its debugging pipe, so that nothing needs installing but
// Node 20 and Chromium. With MILLRACE_TOKEN set, the page sends that token.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const USAGE = `usage: dashboard-screenshot.mjs URL OUT.png [options]

  --theme dark|light   default dark
  --width N            in CSS pixels, default 1440
  --height N           in CSS pixels, default 1080
  --scale N            picture pixels for each, default 1.5
  --settle SECONDS     how long to watch once records are shown, default 20
  --within SECONDS     how long to wait for them, default 60
  --record             opens the receipts of the latest record
  --chromium PATH      default chromium, or $CHROMIUM`;

const SHOWN = `document.body.dataset.connection === "live" && document.querySelectorAll("#latest tr").length > 0`;

/** Chromium's debugging protocol: JSON messages with a zero byte after each. */
class Browser {
  #process;
  #ended;
  #pending = new Map();
  #next = 1;
  #rest = "";

  constructor(process) {
    this.#process = process;
    this.#ended = new Promise((resolve, reject) => process.once("close", () => reject(new Error("Chromium ended"))));
    this.#ended.catch(() => {});
    process.stdio[3].on("error", () => {});
    process.stdio[4].setEncoding("utf8").on("data", (text) => this.#receive(text));
  }

  static async start(path, profile) {
    const options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars",
      "--remote-debugging-pipe", `--user-data-dir=${profile}`, "about:blank"];
    const process = spawn(path, options, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    await once(process, "spawn");
    return new Browser(process);
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const answer = new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    return Promise.race([answer, this.#ended]);
  }

  #receive(text) {
    const messages = (this.#rest + text).split("\0");
    this.#rest = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const waiting = this.#pending.get(id);
      this.#pending.delete(id);
      error ? waiting?.reject(new Error(error.message)) : waiting?.resolve(result);
    }
  }

  async close() {
    this.#process.kill();
    await this.#ended.catch(() => {});
  }
}

const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

async function picture(browser, url, options) {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const page = (method, params) => browser.send(method, params, sessionId);
  const evaluate = async (expression) => (await page("Runtime.evaluate", { expression, returnByValue: true })).result.value;

  await page("Page.enable");
  await page("Emulation.setDeviceMetricsOverride", {
    width: Number(options.width), height: Number(options.height), deviceScaleFactor: Number(options.scale), mobile: false,
  });
  await page("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: options.theme }] });
  if (process.env.MILLRACE_TOKEN) {
    const source = `sessionStorage.setItem("millrace.token", ${JSON.stringify(process.env.MILLRACE_TOKEN)})`;
    await page("Page.addScriptToEvaluateOnNewDocument", { source });
  }
  await page("Page.navigate", { url });
  const deadline = Date.now() + Number(options.within) * 1_000;
  while (!(await evaluate(SHOWN))) {
    if (Date.now() > deadline) {
      throw new Error(`no records were shown within ${options.within} s`);
    }
    await pause(0.2);
  }
  await pause(Number(options.settle));
  if (options.record) {
    await evaluate(`document.querySelector("#latest tr").click()`);
    await pause(1.5);
  }
  return Buffer.from((await page("Page.captureScreenshot", { format: "png" })).data, "base64");
}

const { values: options, positionals: [url, out] } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: "string", default: "dark" },
    width: { type: "string", default: "1440" },
    height: { type: "string", default: "1080" },
    scale: { type: "string", default: "1.5" },
    settle: { type: "string", default: "20" },
    within: { type: "string", default: "60" },
    record: { type: "boolean", default: false },
    chromium: { type: "string", default: process.env.CHROMIUM ?? "chromium" },
    help: { type: "boolean", default: false },
  },
});
if (options.help || !url || !out) {
  console.log(USAGE);
  process.exit(options.help ? 0 : 2);
}

const profile = await mkdtemp(join(tmpdir(), "millrace-screenshot-"));
let browser;
try {
  browser = await Browser.start(options.chromium, profile);
  await writeFile(out, await picture(browser, url, options));
  console.log(`${out} shows ${url}`);
} catch (problem) {
  console.error(`No picture: ${problem.message}`);
  process.exitCode = 1;
} finally {
  await browser?.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
