// The browser's half of a text that several people write in. What stands in the field, and what its writer saw when it was last brought
// together with what is saved, belong to this script: both are sent along, so no answer that was lost on its way can make one person undo
// another's words. Until the server has it, the text is kept in this browser.
const html = document.documentElement, pause = 700, again = 2000, toldFor = 1500;
const lost = () => html.hasAttribute('data-lost');
const same = (a, b) => a.trim() === b.trim();

function sameAtStart(a, b) {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

function moved(at, before, after) {
  const start = sameAtStart(before, after);
  if (at <= start) return at;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return before.length - at <= end ? after.length - (before.length - at) : Math.min(at, after.length - end);
}

// Outer blanks are never saved, and never taken from whoever types them: a word follows.
const around = (typed, text) => (typed.trim() ? typed.match(/^\s*/)[0] + text + typed.match(/\s*$/)[0] : text);

export function attach(field, server) {
  const name = `kept:${field.dataset.shared}`;
  // sent: what was handed over since then without an answer; any of it may be saved.
  let seen = field.defaultValue, sent = [], version = same(seen, field.dataset.seen) ? +field.dataset.version : -1;
  let turn = 0, busy = false, refused = false, composing = false, waiting = 0, told = 0, left = false;

  const clean = () => !sent.length && same(field.value, seen);
  function keep() {
    if (clean()) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify({ seen, sent, text: field.value }));
    field.toggleAttribute('data-dirty', !clean());
  }

  const composed = () => composing && new Promise(done => field.addEventListener('compositionend', done, { once: true }));

  function put(text) {
    const [from, to] = [field.selectionStart, field.selectionEnd].map(at => moved(at, field.value, text));
    field.value = text;
    if (document.activeElement === field) field.setSelectionRange(from, to);
  }

  // Brings what is saved together with what stands here. Both came from the same text; whoever types on meanwhile is waited for.
  async function takeIn(mine, from, saved, savedVersion) {
    while (mine === turn) {
      await composed();
      const typed = field.value;
      const text = same(saved, from) ? typed.trim() : same(typed, from) ? saved : await server.invokeMethodAsync('Merge', from, typed.trim(), saved);
      if (mine !== turn || composing || field.value !== typed) continue;
      if (!same(text, typed)) put(around(typed, text));
      [seen, sent, version] = [saved, [], Math.max(version, savedVersion)];
      return keep();
    }
  }

  async function save(mine) {
    const earlier = sent, text = field.value.trim();
    sent = [...sent, text];
    keep();
    const answer = await server.invokeMethodAsync('SaveAsync', seen, earlier, text);
    if (mine !== turn) return;
    refused = !answer;
    if (answer) return takeIn(mine, text, answer.text, answer.version);
    sent = earlier;
    keep();
  }

  // One thing at a time. What waits for an answer that was lost with the connection is overtaken.
  async function inTurn(act) {
    const mine = ++turn;
    busy = true;
    try {
      await act(mine);
    } catch {
      if (mine === turn) wait(again);
    } finally {
      if (mine === turn) busy = false;
    }
    if (mine !== turn || left) return;
    if (!clean() && !refused) wait(pause);
    come();
  }

  function send() {
    clearTimeout(waiting);
    waiting = 0;
    if (!busy && !left && !composing && !lost() && (refused || !clean())) inTurn(save);
  }

  // What others wrote is drawn beside the field.
  function come() {
    if (busy || lost() || +field.dataset.version <= version) return;
    if (sent.length) send();
    else inTurn(mine => takeIn(mine, seen, field.dataset.seen, +field.dataset.version));
  }

  // Whoever types without a pause is saved, too.
  function wait(milliseconds) {
    if (!left) waiting ||= setTimeout(send, milliseconds);
  }

  function type() {
    keep();
    wait(pause);
    if (lost() || Date.now() - told < toldFor) return;
    told = Date.now();
    server.invokeMethodAsync('Typing').catch(() => (told = 0));
  }

  function goOn() {
    turn++;
    busy = false;
    clean() ? come() : send();
  }

  const drawn = new MutationObserver(come), back = new MutationObserver(() => { if (!lost()) goOn(); });
  drawn.observe(field, { attributeFilter: ['data-version'] });
  back.observe(html, { attributeFilter: ['data-lost'] });
  field.addEventListener('input', () => { if (!composing) type(); });
  field.addEventListener('compositionstart', () => (composing = true));
  field.addEventListener('compositionend', () => { composing = false; type(); });
  field.addEventListener('blur', send);
  field.addEventListener('keydown', e => {
    if (e.key !== 'Escape' || e.isComposing) return;
    send();
    server.invokeMethodAsync('LeaveAsync');
  });

  const kept = JSON.parse(localStorage.getItem(name) ?? 'null');
  if (kept) {
    [seen, sent, field.value] = [kept.seen, kept.sent ?? [], kept.text];
    version = -1;
  }
  if (document.activeElement === document.body) {
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }
  goOn();

  // What is on its way still arrives, and is forgotten here then.
  function detach() {
    left = true;
    clearTimeout(waiting);
    drawn.disconnect();
    back.disconnect();
  }
  return { detach };
}
