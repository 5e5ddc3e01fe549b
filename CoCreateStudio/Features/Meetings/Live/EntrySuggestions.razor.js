// Offers what the word before the caret may become: a slash word at the start of the line, somebody's name after an @. Everything is
// there already, so that the list is as quick as the fingers are.
const most = 8, byInputMethod = 229, last = /^[/／、][^\s]*$|[@＠][^\s@＠]*$/;

export function attach(list) {
  // Who is invited later comes into the list later.
  const input = list.closest('.entry').querySelector('.eline'), options = () => [...list.querySelectorAll('[role=option]')];
  let word = '', shown = [], at = 0;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);

  function mark() {
    options().forEach(o => o.setAttribute('aria-selected', o === shown[at]));
    shown.length ? input.setAttribute('aria-activedescendant', shown[at].id) : input.removeAttribute('aria-activedescendant');
    shown[at]?.scrollIntoView({ block: 'nearest' });
  }

  function close() {
    shown = [];
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    mark();
  }

  function look() {
    word = input.value.slice(0, input.selectionStart).match(last)?.[0] ?? '';
    const wanted = word.toLowerCase().replace('＠', '@').replace(/^[／、]/, '/');
    const finds = o => o.dataset.find.toLowerCase().split('|').some(f => f.startsWith(wanted));
    shown = word ? options().filter(finds).slice(0, most) : [];
    if (shown.some(o => o.dataset.find.toLowerCase().split('|').includes(wanted) && shown.length === 1)) shown = [];
    if (!shown.length) return close();
    at = 0;
    options().forEach(o => (o.hidden = !shown.includes(o)));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark();
  }

  function choose(option) {
    const caret = input.selectionStart, before = input.value.slice(0, caret - word.length) + option.dataset.fill;
    input.value = before + input.value.slice(caret).trimStart();
    input.setSelectionRange(before.length, before.length);
    close();
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    close();
  }

  close();
  input.addEventListener('input', e => { if (!e.isComposing) look(); });
  input.addEventListener('compositionend', look);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', e => {
    if (!shown.length || e.isComposing || e.keyCode === byInputMethod) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step) at = (at + step + shown.length) % shown.length;
    else if (e.key === 'Enter' || e.key === 'Tab') choose(shown[at]);
    else if (e.key === 'Escape') close();
    else return;
    e.preventDefault();
    e.stopImmediatePropagation();
    if (step) mark();
  }, true);
  list.addEventListener('mousedown', e => {
    e.preventDefault();
    const option = e.target.closest('[role=option]');
    if (option) choose(option);
  });
}
