// Opens and closes the palette without a round trip. The dialog is the browser's own: it keeps the focus and gives it back.
export function attach(button, dialog) {
  const input = dialog.querySelector('input'), off = new AbortController();
  const on = (target, type, run, capture) => target.addEventListener(type, run, { signal: off.signal, capture });
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    input.focus();
  };
  on(button, 'click', open);
  on(document, 'keydown', e => {
    if (!(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey || e.key.toLowerCase() !== 'k') return;
    e.preventDefault();
    e.stopPropagation();
    open();
  }, true);
  on(dialog, 'click', e => {
    if (e.target === dialog || e.target.closest('[data-close]')) dialog.close();
  });
  // Keys of a Chinese input method are not ours; arrows move in the list and not in the text.
  on(input, 'keydown', e => {
    if (e.isComposing) e.stopPropagation();
    else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') e.preventDefault();
  });
  // The option that the arrows are on stays in sight.
  const follow = new MutationObserver(() => dialog.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
  follow.observe(dialog, { subtree: true, attributeFilter: ['aria-selected'] });
  return {
    close: () => dialog.close(),
    detach: () => {
      off.abort();
      follow.disconnect();
    },
  };
}
