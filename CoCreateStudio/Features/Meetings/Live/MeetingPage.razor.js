// Clocks of a room. The server says when they began and what time it has; the browser counts, so that all pages agree to the second.
// Whoever holds the meeting goes through it with the arrow keys; what is said last stays in sight.
const sound = 'studio-sound', near = 80;

function beep(times) {
  const audio = new AudioContext();
  for (let i = 0; i < times; i++) {
    const tone = audio.createOscillator(), volume = audio.createGain(), at = audio.currentTime + i * 0.35;
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.15, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.3);
    if (i === times - 1) tone.onended = () => audio.close();
  }
}

export function attach(room) {
  const listening = new AbortController();
  let ahead = 0, heard;
  const set = () => (ahead = +room.dataset.now - Date.now());
  const seconds = s => `${Math.floor(Math.abs(s) / 60).toString().padStart(2, '0')}:${Math.floor(Math.abs(s) % 60).toString().padStart(2, '0')}`;
  const hour = at => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: room.dataset.zone });
  const show = (name, text, tone) => document.querySelectorAll(`[data-clock=${name}]`).forEach(face => {
    if (face.textContent !== text) face.textContent = text;
    if (tone !== undefined && face.dataset.tone !== tone) face.dataset.tone = tone;
  });

  function ring(tone, item) {
    const before = heard;
    heard = `${item}:${tone}`;
    if (before?.startsWith(`${item}:`) && before !== heard && tone !== 'calm' && localStorage.getItem(sound)) beep(tone === 'over' ? 2 : 1);
  }

  function tick() {
    if (!room.isConnected) return leave();
    const { state, started, slot, since, used, planned, rest, item } = room.dataset;
    const now = Date.now() + ahead;
    show('now', hour(now));
    if (state !== 'InProgress') return;
    const elapsed = (now - started) / 1000, run = +(used ?? 0) + (since ? (now - since) / 1000 : 0);
    const left = +(planned ?? 0) - run, tone = left <= 0 ? 'over' : left <= Math.max(planned / 5, 120) ? 'soon' : 'calm';
    const end = now + (Math.max(0, left) + +rest) * 1000, over = Math.round((end - started) / 60000 - slot / 60);
    show('elapsed', seconds(elapsed));
    show('ends', hour(end), over > 0 ? 'soon' : 'calm');
    show('over', over > 0 ? document.querySelector('[data-clock=over]')?.dataset.text.replace('{0}', over) ?? '' : '');
    show('left', planned === undefined ? '' : (left < 0 ? '−' : '') + seconds(left), tone);
    document.querySelectorAll('[data-clock=bar]').forEach(bar => { bar.value = Math.min(run, planned || 1); bar.dataset.tone = tone; });
    ring(tone, item);
  }

  // From the empty entry line up to the lines, and down again; a letter there makes something else of one.
  function walk(e) {
    const line = room.querySelector('.eline'), fromLine = e.target === line;
    if (!/^Arrow(Up|Down)$/.test(e.key) || (fromLine ? line.value || e.key !== 'ArrowUp' || e.defaultPrevented : !e.target.matches?.('.ln .by button'))) return false;
    const rows = [...room.querySelectorAll('.cur > .notes:not(.unsent) .by button')];
    const to = fromLine ? rows.at(-1) : rows[rows.indexOf(e.target) + (e.key === 'ArrowUp' ? -1 : 1)] ?? (e.key === 'ArrowDown' ? line : e.target);
    if (!to) return false;
    e.preventDefault();
    to.focus();
    return true;
  }

  function key(e) {
    if (!room.isConnected) return leave();
    if (walk(e)) return;
    if (e.defaultPrevented || e.repeat || e.isComposing || e.ctrlKey || e.metaKey || e.altKey || e.target.matches?.('input, textarea, select') || document.querySelector('dialog[open], :popover-open')) return;
    const to = { ArrowRight: '[data-step=next]', ArrowLeft: '[data-step=back]', Escape: '[data-step=leave]' }[e.key], part = to && room.querySelector(to);
    if (!part) return;
    e.preventDefault();
    part.click();
  }

  function toggle(e) {
    if (!e.target.closest('[data-sound]')) return;
    localStorage.getItem(sound) ? localStorage.removeItem(sound) : (localStorage.setItem(sound, '1'), beep(1));
    toll();
  }
  const toll = () => room.querySelector('[data-sound]')?.setAttribute('aria-pressed', !!localStorage.getItem(sound));

  const notes = () => room.querySelector('.cur > .notes');
  let atEnd = true;
  const look = e => { if (e.target === notes()) atEnd = e.target.scrollHeight - e.target.scrollTop - e.target.clientHeight < near; };
  const follow = () => { if (atEnd && notes()) notes().scrollTop = notes().scrollHeight; };

  // Whoever is led to one line by its address sees it, also where the page comes before the line, or it belongs to another topic.
  let wanted = decodeURIComponent(location.hash.slice(1));
  function lead() {
    if (!wanted) return;
    const line = document.getElementById(wanted), other = room.querySelector(`details[data-lines~="${CSS.escape(wanted)}"]`);
    if (other) other.open = true;
    if (!line) return;
    wanted = '';
    line.dataset.here = '';
    line.scrollIntoView({ block: 'center' });
  }

  const goOn = added => { if (document.activeElement === document.body) added.querySelector?.('button[data-back]')?.focus(); };
  const said = new MutationObserver(changes => {
    follow();
    toll();
    lead();
    changes.forEach(change => change.addedNodes.forEach(added => (added.matches?.('button[data-back]') ? goOn(added.parentNode) : goOn(added))));
  });
  said.observe(room, { childList: true, subtree: true });
  room.addEventListener('scroll', look, { capture: true, passive: true });
  room.addEventListener('click', toggle);
  const watch = new MutationObserver(() => { set(); tick(); });
  watch.observe(room, { attributeFilter: ['data-now', 'data-state', 'data-since', 'data-used'] });
  addEventListener('keydown', key, { signal: listening.signal });
  const timer = setInterval(tick, 250);
  function leave() {
    clearInterval(timer);
    watch.disconnect();
    said.disconnect();
    listening.abort();
  }
  set();
  toll();
  tick();
  follow();
  lead();
}
