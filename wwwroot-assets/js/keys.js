// A link that names a key with data-key is followed by it: not while typing, composing, or with a dialog open.
addEventListener('keydown', e => {
  if (e.defaultPrevented || e.isComposing || e.ctrlKey || e.metaKey || e.altKey || e.target.matches?.('input:not([type=checkbox]), textarea, select, [contenteditable]')) return;
  if (document.querySelector('dialog[open], .rz-dialog, :popover-open')) return;
  const link = [...document.querySelectorAll('a[data-key]')].find(a => a.dataset.key === e.key);
  if (!link) return;
  e.preventDefault();
  link.click();
});
