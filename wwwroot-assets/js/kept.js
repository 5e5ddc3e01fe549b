// What is typed in a field with data-keep="NAME" stays in this browser until the server has it; then it says so by taking
// data-dirty away. After a lost line, a killed server or a closed lid it is put back and sent, once.
const name = field => `kept:${field.dataset.keep}`;

const quiet = 1000, typedAt = new WeakMap();

function putBack(field) {
  const kept = localStorage.getItem(name(field));
  if (kept === null || kept === field.value) return localStorage.removeItem(name(field));
  send(field, kept);
}

function send(field, kept) {
  field.value = kept;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

// What was typed while the line was lost stands in its field, and no server heard of it.
export function sendKept() {
  document.querySelectorAll('[data-keep]').forEach(field => {
    const kept = localStorage.getItem(name(field));
    if (kept === null) return;
    send(field, kept);
    forget(field);
  });
}

// An answer is about what was typed before it: whoever typed on since is waited for.
function forget(field) {
  setTimeout(() => {
    if ('dirty' in field.dataset || document.documentElement.hasAttribute('data-lost')) return;
    if (Date.now() - (typedAt.get(field) ?? 0) < quiet) return forget(field);
    localStorage.removeItem(name(field));
  }, quiet);
}

// Whoever types while the page is drawn anew, or loaded again, types on: also where the new page gives the focus to its title.
const focused = 'kept-focus';
addEventListener('focusin', e => {
  if (e.target.dataset?.keep) sessionStorage.setItem(focused, name(e.target));
  else if (e.target.matches('h1')) document.querySelectorAll('[data-keep]').forEach(focusAgain);
  else sessionStorage.removeItem(focused);
});
addEventListener('pointerdown', e => { if (!e.target.dataset?.keep) sessionStorage.removeItem(focused); }, true);
function focusAgain(field) {
  if (sessionStorage.getItem(focused) !== name(field) || !document.activeElement?.matches('body, h1')) return;
  field.focus();
  field.setSelectionRange?.(field.value.length, field.value.length);
}

function comeIn(field) {
  putBack(field);
  focusAgain(field);
}

addEventListener('input', e => {
  if (!e.target.dataset?.keep || !e.isTrusted) return;
  localStorage.setItem(name(e.target), e.target.value);
  typedAt.set(e.target, Date.now());
});
new MutationObserver(changes => {
  for (const { type, target, addedNodes } of changes) {
    if (type === 'attributes') { if (target.dataset.keep && !('dirty' in target.dataset)) forget(target); }
    else addedNodes.forEach(node => node.querySelectorAll?.('[data-keep]').forEach(comeIn));
  }
}).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-dirty'] });
document.querySelectorAll('[data-keep]').forEach(comeIn);
