// Server-sent events over fetch, which unlike EventSource can send a token.

const STALE_AFTER = 6_000;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;
const LONGEST_EVENT = 1 << 21;

/** The headers every request to the service carries. */
export function headers() {
  const token = sessionStorage.getItem("millrace.token");
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/**
 * Follows the stream of snapshots for ever, reconnecting with growing pauses.
 *
 * onSnapshot gets each snapshot; onState gets "connecting", "live", "stale", "lost" or "unauthorised". After the last one nothing is
 * tried until the returned function is called.
 */
export function follow(url, onSnapshot, onState) {
  let wait = FIRST_WAIT;
  let lastHeard = 0;
  let live = false;

  function heard(snapshot) {
    wait = FIRST_WAIT;
    lastHeard = Date.now();
    live = true;
    onState("live");
    onSnapshot(snapshot);
  }

  async function connect() {
    try {
      const response = await fetch(url, { headers: { ...headers(), Accept: "text/event-stream" }, cache: "no-store" });
      if (response.status === 401 || response.status === 403) {
        live = false;
        onState("unauthorised");
        return;
      }
      if (!response.ok) {
        throw new Error(`status ${response.status}`);
      }
      await readEvents(response.body, (name, data) => name === "snapshot" && heard(JSON.parse(data)));
    } catch {
      // Told apart from a clean end by nobody: either way the stream is gone and is opened again.
    }
    live = false;
    onState("lost");
    setTimeout(connect, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  setInterval(() => {
    if (live && Date.now() - lastHeard > STALE_AFTER) {
      onState("stale");
    }
  }, 1_000);
  onState("connecting");
  connect();
  return connect;
}

async function readEvents(body, onEvent) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    buffer += value;
    const blocks = buffer.split(/\r?\n\r?\n/);
    buffer = blocks.pop();
    blocks.forEach((block) => dispatch(block, onEvent));
    if (buffer.length > LONGEST_EVENT) {
      await reader.cancel();
      return;
    }
  }
}

function dispatch(block, onEvent) {
  let name = "message";
  const data = [];
  for (const line of block.split(/\r?\n/)) {
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (field === "event") {
      name = value;
    } else if (field === "data") {
      data.push(value);
    }
  }
  if (data.length > 0) {
    onEvent(name, data.join("\n"));
  }
}
