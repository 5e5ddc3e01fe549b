// Runs before the first paint: without a choice of one's own the page follows the system.
const root = document.documentElement;
if (!root.dataset.theme) root.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
addEventListener('click', e => {
  const menu = document.getElementById('side-shown');
  if (menu && e.target.closest?.('[data-menu], .side a')) menu.checked = !!e.target.closest('[data-menu]') && !menu.checked;
  if (!e.target.closest?.('[data-toggle-theme]')) return;
  root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
  document.cookie = `studio-theme=${root.dataset.theme};path=/;max-age=31536000;samesite=lax`;
});
