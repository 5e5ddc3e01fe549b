// What is typed in a field with data-keep="NAME" stays in this browser until the server has it; then it says so by taking
// data-dirty away. After a lost line, a killed server or a closed lid it is put back and sent, once.
const name = field => `kept:${field.dataset.keep}`;

function putBack(field) {
  const kept = localStorage.getItem(name(field));
  if (kept === null || kept === field.value) return localStorage.removeItem(name(field));
  field.value = kept;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

export function sendKept() {
  document.querySelectorAll('[data-keep]').forEach(putBack);
}

addEventListener('input', e => { if (e.target.dataset?.keep && e.isTrusted) localStorage.setItem(name(e.target), e.target.value); });
new MutationObserver(changes => {
  for (const { type, target, addedNodes } of changes) {
    if (type === 'attributes') { if (target.dataset.keep && !('dirty' in target.dataset)) localStorage.removeItem(name(target)); }
    else addedNodes.forEach(node => node.querySelectorAll?.('[data-keep]').forEach(putBack));
  }
}).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-dirty'] });
