// What is typed in a field with data-keep="NAME" stays in this browser until the server has it; then it says so by taking
// data-dirty away. After a lost line, a killed server or a closed lid it is put back and sent, once. What stands in a form with
// data-keeps is forgotten when its page says so (studio.forget), or by a click on what has data-forget="START OF NAMES".
const html = document.documentElement, prefix = 'kept:', fields = ':is(input, textarea, select)[data-keep]', openers = '[data-kept]';
const name = field => prefix + field.dataset.keep;
const lost = () => html.hasAttribute('data-lost');
const all = (node, wanted) => [...(node.matches?.(wanted) ? [node] : []), ...(node.querySelectorAll?.(wanted) ?? [])];

const quiet = 1000, settled = 3000, typedAt = new WeakMap();
let putting = false;

function raise(field, type) {
  putting = true;
  field.dispatchEvent(new Event(type, { bubbles: true }));
  putting = false;
}

function putBack(field) {
  const kept = localStorage.getItem(name(field));
  if (kept === null || kept === field.value) return localStorage.removeItem(name(field));
  send(field, kept);
  setTimeout(() => { if (field.isConnected && html.hasAttribute('data-alive')) forget(field); }, settled);
}

// Half a name is no name: a field that is saved when it is left waits for that.
function send(field, kept) {
  if (field.value !== kept) field.value = kept;
  raise(field, 'input');
  if ('whenLeft' in field.dataset && document.activeElement === field) field.addEventListener('blur', () => raise(field, 'change'), { once: true });
  else raise(field, 'change');
}

// What was typed while the line was lost stands in its field, and no server heard of it.
window.studio.sendKept = () => {
  document.querySelectorAll(fields).forEach(field => {
    const kept = localStorage.getItem(name(field));
    if (kept === null) return;
    send(field, kept);
    forget(field);
  });
};

// An answer is about what was typed before it: whoever typed on since is waited for.
function forget(field) {
  if (field.closest('[data-keeps]')) return;
  setTimeout(() => {
    if ('dirty' in field.dataset || lost()) return;
    if (Date.now() - (typedAt.get(field) ?? 0) < quiet) return forget(field);
    localStorage.removeItem(name(field));
  }, quiet);
}

const forgetAll = start => Object.keys(localStorage).filter(key => key.startsWith(prefix + start)).forEach(key => localStorage.removeItem(key));
window.studio.forget = forgetAll;
addEventListener('click', e => {
  const start = e.target.closest?.('[data-forget]')?.dataset.forget;
  if (start && !lost()) forgetAll(start);
}, true);

// Whoever types while the page is drawn anew, or loaded again, types on: also where the new page gives the focus to its title.
const focused = 'kept-focus';
addEventListener('focusin', e => {
  if (e.target.dataset?.keep) sessionStorage.setItem(focused, name(e.target));
  else if (e.target.matches('h1')) document.querySelectorAll(fields).forEach(focusAgain);
  else sessionStorage.removeItem(focused);
});
addEventListener('pointerdown', e => { if (!e.target.dataset?.keep) sessionStorage.removeItem(focused); }, true);
function focusAgain(field) {
  if (sessionStorage.getItem(focused) !== name(field) || !document.activeElement?.matches('body, h1')) return;
  field.focus();
  toEnd(field);
}
const toEnd = field => { if (field.selectionStart !== null) field.setSelectionRange?.(field.value.length, field.value.length); };

function comeIn(field) {
  focusAgain(field);
  putBack(field);
  if (document.activeElement === field) toEnd(field);
}

// What was kept in something that has to be opened first, data-kept="START OF NAMES", opens it: once, and only what an earlier page kept.
const before = Object.keys(localStorage), opened = new Set();
function open(opener) {
  const start = opener.dataset.kept, once = `${start} ${opener.dataset.keptAt ?? ''}`;
  const inSight = key => document.querySelector(`[data-keep="${CSS.escape(key)}"], [data-shared="${CSS.escape(key)}"]`);
  const waits = key => key.startsWith(prefix + start) && localStorage.getItem(key) !== null && !inSight(key.slice(prefix.length));
  if (!html.hasAttribute('data-alive') || opened.has(once) || !before.some(waits)) return;
  opened.add(once);
  opener.click();
}
const openAll = () => document.querySelectorAll(openers).forEach(open);

// What an input method composes is no text before it is chosen, so nobody hears of it until then.
const composed = `${fields}, .saving :is(input, textarea)`;
addEventListener('input', e => { if (e.isComposing && e.target.matches?.(composed)) e.stopImmediatePropagation(); }, true);
addEventListener('compositionend', e => { if (e.target.matches?.(composed)) e.target.dispatchEvent(new InputEvent('input', { bubbles: true })); });

addEventListener('input', e => {
  if (!e.target.dataset?.keep || putting) return;
  localStorage.setItem(name(e.target), e.target.value);
  typedAt.set(e.target, Date.now());
});
new MutationObserver(changes => {
  for (const { attributeName, target, addedNodes } of changes) {
    if (attributeName === 'data-kept-at') open(target);
    else if (attributeName) { if (target.dataset.keep && !('dirty' in target.dataset)) forget(target); }
    else for (const node of addedNodes) {
      all(node, fields).forEach(comeIn);
      all(node, openers).forEach(open);
    }
  }
}).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-dirty', 'data-kept-at'] });
new MutationObserver(openAll).observe(html, { attributeFilter: ['data-alive'] });
document.querySelectorAll(fields).forEach(comeIn);
