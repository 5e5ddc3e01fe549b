// A component's script and what it attaches to, in one round trip: Blazor's own "import" takes one for each.
window.studio = { attach: async (module, ...to) => (await import(new URL(module, document.baseURI))).attach(...to) };
// What comes into the page with data-script="MODULE" is attached to at once, before it is drawn, and not only when .NET asks.
new MutationObserver(changes => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes) node.querySelectorAll?.('[data-script]').forEach(part => studio.attach(part.dataset.script, part));
}).observe(document.body, { subtree: true, childList: true });

// Blazor starts here and not by itself, so that no inline script is needed. No package brings start scripts of its own (a test
// sees to that), so the server is not asked for them.
Blazor.start({ circuit: { initializers: { beforeStart: [], afterStarted: [] }, reconnectionOptions: { maxRetries: 60, retryIntervalMilliseconds: n => (n < 10 ? 500 : 2000) } } });

// The bar is shown and hidden by Blazor's own classes. A server that came back without our circuit rejects it: then the page
// is loaded again, but never into a server that does not answer yet.
const bar = document.getElementById('components-reconnect-modal');
let waiting = false;
async function reloadWhenUp() {
  if (waiting) return;
  waiting = true;
  for (;;) {
    try {
      if ((await fetch('health/live', { cache: 'no-store' })).ok) return location.reload();
    } catch { /* not up yet: asked again below */ }
    await new Promise(next => setTimeout(next, 1000));
  }
}
new MutationObserver(() => {
  const state = bar.classList;
  const lost = state.contains('components-reconnect-show') || state.contains('components-reconnect-failed') || state.contains('components-reconnect-rejected');
  if (!document.documentElement.toggleAttribute('data-lost', lost)) import('./kept.js').then(kept => kept.sendKept());
  if (state.contains('components-reconnect-rejected') || state.contains('components-reconnect-failed')) reloadWhenUp();
}).observe(bar, { attributes: true, attributeFilter: ['class'] });
document.getElementById('reconnect-now').addEventListener('click', reloadWhenUp);
