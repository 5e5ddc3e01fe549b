// Single keys of the triage queue: a key presses the button that names it. What was in sight is told along with the act, so that a
// page that is a moment behind never decides the wrong requirement. Keys are off while typing and while an input method composes.
export function attach(root, net) {
  const off = new AbortController();
  const on = (target, type, run, options) => target.addEventListener(type, run, { signal: off.signal, ...options });
  const typing = e => e.isComposing || e.keyCode === 229 || e.target.matches?.('input, textarea, select, [contenteditable]');
  let opening = false;
  const press = async button => {
    if ((button.disabled && button.dataset.act !== 'undo') || opening) return;
    if (button.dataset.act === 'reply') return root.querySelector('.decided .shared textarea')?.focus();
    opening = button.ariaExpanded === 'false';
    await net.invokeMethodAsync('Act', +(root.dataset.number ?? 0), button.dataset.act).finally(() => (opening = false));
  };

  on(root, 'click', e => { const button = e.target.closest('[data-act]'); if (button) press(button); });
  on(document, 'keydown', e => {
    if (e.key === 'Escape' && !e.isComposing && root.contains(e.target)) {
      if (e.target.closest('.askline') || root.querySelector('.askline')) net.invokeMethodAsync('CloseLine');
      else if (typing(e)) e.target.blur();
      return;
    }
    if (typing(e) || e.defaultPrevented || e.altKey || document.querySelector('dialog[open], .rz-dialog')) return;
    const inLine = e.target.closest?.('.askline, [popover]'), ctrl = e.ctrlKey || e.metaKey;
    const name = ctrl ? `ctrl+${e.key.toLowerCase()}` : e.key.length === 1 ? e.key.toLowerCase() : e.key;
    // What is typed faster than a line opens is meant for that line: never another command.
    const line = root.querySelector('.askline');
    const button = !opening && [...(line ?? root).querySelectorAll('[data-key]')].find(b => b.dataset.key === name);
    if (!button || (inLine && e.key.startsWith('Arrow'))) return;
    e.preventDefault();
    press(button);
  });
  // Arrows move in the list and not in the text; those of an input method are not ours.
  on(root, 'keydown', e => {
    if (e.target.role !== 'combobox') return;
    if (e.isComposing) e.stopPropagation();
    else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') e.preventDefault();
  }, { capture: true });
  // The next one begins at its top, the option that the arrows are on stays in sight, and a line that closed leaves the focus here.
  const follow = new MutationObserver(changes => {
    if (changes.some(c => c.attributeName === 'data-number')) root.querySelector('.case')?.scrollTo(0, 0);
    root.querySelector('.askline [aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    if (document.activeElement === document.body) root.focus({ preventScroll: true });
  });
  follow.observe(root, { subtree: true, childList: true, attributeFilter: ['aria-selected', 'data-number'] });
  root.dataset.ready = '';
  return { detach: () => { off.abort(); follow.disconnect(); } };
}
