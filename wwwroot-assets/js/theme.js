// Runs before the first paint: without a choice of one's own the page follows the system.
const root = document.documentElement;
if (!root.dataset.theme) root.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

// The menu of a narrow page: who opens it is in it, and Escape leads back.
const sideMenu = () => document.getElementById('side-shown');
let openedBy;
addEventListener('click', e => {
  const menu = sideMenu(), opener = e.target.closest?.('[data-menu]');
  if (menu && (opener || e.target.closest?.('.side a'))) menu.checked = !!opener && !menu.checked;
  if (menu?.checked && opener) {
    openedBy = opener;
    document.querySelector('.side a').focus();
  }
  if (!e.target.closest?.('[data-toggle-theme]')) return;
  root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
  document.cookie = `studio-theme=${root.dataset.theme};path=/;max-age=31536000;samesite=lax`;
});
addEventListener('keydown', e => {
  const menu = sideMenu();
  if (e.key !== 'Escape' || !menu?.checked) return;
  menu.checked = false;
  openedBy?.focus();
}, { capture: true });
