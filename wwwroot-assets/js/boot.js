const modules = new Map();
const at = name => new URL(name, document.baseURI);
async function load(name) {
  if (!modules.has(name)) modules.set(name, await import(at(name)));
  return modules.get(name);
}

// A component's script and what it attaches to, in one round trip: Blazor's own "import" takes one for each.
window.studio = { attach: async (name, ...to) => (await load(name)).attach(...to) };

// What comes into the page with data-script="MODULE" is attached to at once, before it is drawn, and not only when .NET asks.
// A page that came from the server says by the same names what is to be loaded while the circuit is made.
const scripts = node => [...(node.matches?.('[data-script]') ? [node] : []), ...(node.querySelectorAll?.('[data-script]') ?? [])];
new MutationObserver(changes => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes)
      for (const part of scripts(node)) modules.has(part.dataset.script) ? modules.get(part.dataset.script).attach(part) : studio.attach(part.dataset.script, part);
}).observe(document.body, { subtree: true, childList: true });
for (const part of scripts(document)) load(part.dataset.script);

// What says data-early="MODULE" is of use before there is a circuit.
for (const part of document.querySelectorAll('[data-early]')) studio.attach(part.dataset.early, part);

// The first line is the one that line.js opened. Where none could be opened so, and for every later one, Blazor asks the server as
// it always does, which also finds a way where WebSockets are not let through.
let line = window.studioLine;
class OpenLine {
  static OPEN = WebSocket.OPEN;
  constructor() {
    const open = line;
    line = null;
    queueMicrotask(() => open.onopen(new Event('open')));
    return open;
  }
}
const webSockets = 1, patience = 1000;

// The server says every five seconds that it is there (StudioHost); a line on which nothing came for longer is lost.
const silence = 12000, heartbeat = 5000;
const takeLine = builder => { if (line?.readyState === WebSocket.OPEN) builder.withUrl(at('_blazor').href, { skipNegotiation: true, transport: webSockets, WebSocket: OpenLine }); };

// A circuit is proven by the page that it draws in the place of the one that came from the server. Without one, Blazor does not try again.
const prerendered = document.querySelector('main');
let alive = false;
function drawn() {
  if (alive) return;
  if (prerendered?.isConnected) return setTimeout(drawn, 50);
  alive = true;
  studioAlive();
}
let connected = false;
const died = () => { if (!alive) studioReload(); };
function watch(builder) {
  const build = builder.build.bind(builder);
  builder.build = () => {
    const connection = build(), start = connection.start.bind(connection);
    connection.on('JS.RenderBatch', () => setTimeout(drawn));
    connection.onclose(() => { connected = false; died(); });
    connection.start = () => start().then(() => { connected = true; }, e => { died(); throw e; });
    return connection;
  };
}

// Blazor starts here and not by itself, so that no inline script is needed. No package brings start scripts of its own (a test
// sees to that), so the server is not asked for them.
async function start() {
  if (line.readyState === WebSocket.CONNECTING) await new Promise(done => { line.onopen = line.onerror = done; setTimeout(done, patience); });
  if (line.readyState !== WebSocket.OPEN) line.close();
  await Blazor.start({
    circuit: {
      configureSignalR: builder => { takeLine(builder); watch(builder.withServerTimeout(silence).withKeepAliveInterval(heartbeat)); },
      initializers: { beforeStart: [], afterStarted: [] },
      reconnectionOptions: { maxRetries: 60, retryIntervalMilliseconds: n => (n < 10 ? 500 : 2000) },
    },
  });
}
start();

// The bar is shown and hidden by Blazor's own classes. A server that came back without our circuit rejects it.
const bar = document.getElementById('components-reconnect-modal');
new MutationObserver(() => {
  const state = bar.classList;
  const lost = state.contains('components-reconnect-show') || state.contains('components-reconnect-failed') || state.contains('components-reconnect-rejected');
  if (!document.documentElement.toggleAttribute('data-lost', lost)) studio.sendKept();
  if (state.contains('components-reconnect-rejected') || state.contains('components-reconnect-failed')) studioReload();
}).observe(bar, { attributes: true, attributeFilter: ['class'] });
document.getElementById('reconnect-now').addEventListener('click', () => studioReload(true));

// A browser that lost its network knows at once, before the line is silent for long enough. It may still reach a server on its own machine.
const shown = 'components-reconnect-show';
async function away() {
  if (!connected) return;
  bar.classList.add(shown);
  const there = await fetch(at('health/live'), { cache: 'no-store' }).then(answer => answer.ok, () => false);
  if (!connected) return;
  if (there) bar.classList.remove(shown);
  else setTimeout(away, patience);
}
addEventListener('offline', away);
