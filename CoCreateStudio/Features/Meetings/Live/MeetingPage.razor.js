// Clocks of a room. The server says when they began and what time it has; the browser counts, so that all pages agree to the second.
export function attach(room) {
  let ahead = 0;
  const set = () => (ahead = +room.dataset.now - Date.now());
  const seconds = s => `${Math.floor(Math.abs(s) / 60).toString().padStart(2, '0')}:${Math.floor(Math.abs(s) % 60).toString().padStart(2, '0')}`;
  const show = (name, text, tone) => document.querySelectorAll(`[data-clock=${name}]`).forEach(face => {
    if (face.textContent !== text) face.textContent = text;
    if (tone !== undefined && face.dataset.tone !== tone) face.dataset.tone = tone;
  });
  function tick() {
    const { state, started, slot, since, used, planned, rest, zone } = room.dataset;
    if (state !== 'InProgress') return;
    const now = Date.now() + ahead, elapsed = (now - started) / 1000, run = +(used ?? 0) + (since ? (now - since) / 1000 : 0);
    const left = +(planned ?? 0) - run, tone = left <= 0 ? 'over' : left <= Math.max(planned / 5, 120) ? 'soon' : 'calm';
    const end = now + (Math.max(0, left) + +rest) * 1000, over = Math.round((end - started) / 60000 - slot / 60);
    show('elapsed', seconds(elapsed));
    show('ends', new Date(end).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }));
    show('over', over > 0 ? document.querySelector('[data-clock=over]')?.dataset.text.replace('{0}', over) ?? '' : '');
    show('left', planned === undefined ? '' : (left < 0 ? '−' : '') + seconds(left), tone);
    document.querySelectorAll('[data-clock=bar]').forEach(bar => { bar.value = Math.min(run, planned || 1); bar.dataset.tone = tone; });
  }
  const watch = new MutationObserver(() => { set(); tick(); });
  watch.observe(room, { attributeFilter: ['data-now', 'data-state', 'data-since', 'data-used'] });
  set();
  tick();
  // Whoever was led to one line by its address sees it, also where the page came before the line.
  const line = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (line) {
    line.dataset.here = '';
    line.scrollIntoView({ block: 'center' });
  }
  const timer = setInterval(tick, 250);
  return { detach: () => { clearInterval(timer); watch.disconnect(); } };
}
