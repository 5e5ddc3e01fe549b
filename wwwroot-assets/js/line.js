// Opens the line to the server while the page is still being read; boot.js hands it to Blazor. Saves Blazor asking for an
// address and opening it only then: two round trips, or more where the line is encrypted.
window.studioLine = new WebSocket(new URL('_blazor', document.baseURI).href.replace(/^http/, 'ws'));

// A page that did not come whole, or whose circuit could not be made or was lost for good, is loaded again when a server answers;
// where that did not help five times, less and less often.
const reloads = 'studio-reloads', atOnce = 5, longest = 10000;
let reloading = false, goOn;
const pause = time => new Promise(done => { goOn = done; setTimeout(done, time); });
window.studioReload = async asked => {
  if (reloading) return asked && goOn();
  reloading = true;
  document.getElementById('components-reconnect-modal')?.classList.add('components-reconnect-failed');
  const before = +(sessionStorage.getItem(reloads) ?? 0);
  await pause(before < atOnce ? 0 : Math.min(longest, 1000 * 2 ** (before - atOnce)));
  for (;;) {
    try {
      if ((await fetch(new URL('health/live', document.baseURI), { cache: 'no-store' })).ok) {
        sessionStorage.setItem(reloads, before + 1);
        return location.reload();
      }
    } catch { /* not up yet: asked again below */ }
    await pause(1000);
  }
};
window.studioAlive = () => {
  document.documentElement.toggleAttribute('data-alive', true);
  sessionStorage.removeItem(reloads);
};

// Where the server went away in the middle of the page, its last scripts are not even asked for, and the browser says nothing.
const silent = 4000;
let elements = 0;
function mustBecomeWhole() {
  if (window.studio) return;
  const before = elements, state = document.readyState;
  elements = document.getElementsByTagName('*').length;
  if (state === 'complete' || (state === 'loading' && elements === before)) studioReload();
  else setTimeout(mustBecomeWhole, silent);
}
setTimeout(mustBecomeWhole, silent);

addEventListener('error', e => { if (e.target.matches?.('script, link:not([rel=icon])')) studioReload(); }, true);
