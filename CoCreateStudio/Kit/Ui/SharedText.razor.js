// The browser's half of a text that several people write in: it keeps what is typed, with what its writer saw, until the server has it,
// and puts a merged text in without moving the caret from its word.
const lost = () => document.documentElement.hasAttribute('data-lost');

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

export function attach(field, server) {
  const name = `kept:${field.dataset.shared}`;
  const keep = () => localStorage.setItem(name, JSON.stringify({ seen: field.dataset.seen, text: field.value }));

  function replace(expected, text) {
    if (field.value !== expected) return field.value;
    const [from, to] = [field.selectionStart, field.selectionEnd].map(at => moved(at, expected, text));
    const active = document.activeElement === field;
    field.value = text;
    if (active) field.setSelectionRange(from, to);
    return null;
  }

  function resume() {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null');
    if (!kept || lost()) return;
    if (kept.text === kept.seen) return localStorage.removeItem(name);
    if (field.value !== kept.text) field.value = kept.text;
    server.invokeMethodAsync('ResumeAsync', kept.seen, kept.text).then(forget);
  }

  // Whoever typed on while the answer was on its way is kept a little longer.
  function forget() {
    if (!('dirty' in field.dataset) && field.value === field.dataset.seen) localStorage.removeItem(name);
  }

  const clean = new MutationObserver(forget);
  const back = new MutationObserver(resume);
  clean.observe(field, { attributeFilter: ['data-dirty'] });
  back.observe(document.documentElement, { attributeFilter: ['data-lost'] });
  field.addEventListener('input', keep);
  resume();
  return { replace, detach: () => { clean.disconnect(); back.disconnect(); } };
}
