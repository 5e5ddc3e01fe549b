// Scrolling, keys, menus and column widths of a table. Rows have no handlers: everything is seen here and asked of .NET by row id.
import { editor } from './CellEditing.razor.js';

const over = 15, margin = 5, attached = new WeakMap();

// Cells answer from the moment they come into the page; what they ask waits until .NET is there to hear it.
export function attach(scroll, net) {
  if (!attached.has(scroll)) attached.set(scroll, start(scroll));
  const table = attached.get(scroll);
  if (net) table.link(net);
  return table;
}

function start(scroll) {
  const table = scroll.querySelector('table'), body = table.tBodies[0], off = new AbortController();
  const on = (target, type, run, options) => target.addEventListener(type, run, { signal: off.signal, ...options });
  let link;
  const linked = new Promise(done => (link = done)), ask = async (method, ...args) => (await linked).invokeMethodAsync(method, ...args);
  const cellOf = e => e.closest?.('tbody td:not(.gap td)'), idOf = cell => cell.parentElement.dataset.id;
  const typing = e => e.isComposing || e.target.matches?.('input:not([type=checkbox]), textarea, select, [contenteditable]');
  const edit = editor(ask, focus, step);
  let wanted = null, asking = false, anchor = null, told, pressed;

  const reachable = () => body.querySelector('td[tabindex="0"]') ?? body.querySelector('tr[data-id] td[data-col]')?.setAttribute('tabindex', 0);

  async function look() {
    const row = parseFloat(getComputedStyle(scroll).getPropertyValue('--row')), first = Math.floor(scroll.scrollTop / row), shown = Math.ceil(scroll.clientHeight / row);
    reachable();
    const from = +body.dataset.first, to = from + +body.dataset.count, total = +body.dataset.total;
    if ((from === 0 || first - margin >= from) && (to >= total || first + shown + margin <= to)) return;
    wanted = [Math.max(0, first - over), shown + 2 * over];
    if (asking) return;
    for (asking = true; wanted;) {
      const window = wanted;
      wanted = null;
      await ask('ShowFrom', ...window);
    }
    asking = false;
    look();
  }

  function focus(cell) {
    if (!cell) return;
    body.querySelectorAll('td[tabindex="0"]').forEach(c => c.removeAttribute('tabindex'));
    cell.tabIndex = 0;
    cell.focus();
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    clearTimeout(told);
    if (idOf(cell)) told = setTimeout(() => ask('Focus', idOf(cell), cell.dataset.col ?? ''), 150);
  }

  function step(cell, down, right) {
    let row = cell.parentElement, at = cell.cellIndex + right;
    for (let n = Math.abs(down); n > 0; n--) row = (down > 0 ? row.nextElementSibling : row.previousElementSibling) ?? row;
    if (row.matches('.gap')) return;
    return row.cells[Math.min(row.matches('.group') ? 0 : Math.max(at, 1), row.cells.length - 1)];
  }

  function select(row, extend, selected) {
    if (!row.querySelector('.tick input')) return;
    const rows = [...body.querySelectorAll('tr[data-id]')];
    if (!extend || !anchor?.isConnected) anchor = row;
    const [a, b] = [rows.indexOf(anchor), rows.indexOf(row)].sort((x, y) => x - y);
    ask('Select', rows.slice(a, b + 1).map(r => r.dataset.id), selected);
  }

  // The box shows what is saved, so it turns when the answer comes.
  function turn(e, cell) {
    e.preventDefault();
    focus(cell);
    const box = cell.querySelector('input');
    ask('Commit', idOf(cell), cell.dataset.col, String(e.target === box ? box.checked : !box.checked));
  }

  on(scroll, 'scroll', () => requestAnimationFrame(look), { passive: true });
  on(window, 'resize', look);
  on(table, 'mousedown', () => (pressed = document.activeElement), { capture: true });
  on(table, 'click', e => {
    const cell = cellOf(e.target), sort = e.target.closest('[data-sort]');
    if (e.target.matches('[data-all]')) return ask('SelectShown', e.target.checked);
    if (sort) return ask('Sort', sort.dataset.sort);
    if (!cell || e.target.closest('.cell-edit, .menu')) return;
    if (cell.dataset.edit === 'tick') return turn(e, cell);
    if (cell.matches('.tick')) return cell.firstElementChild && select(cell.parentElement, e.shiftKey, cell.firstElementChild.checked);
    if (cell.parentElement.dataset.group) return ask('Fold', cell.parentElement.dataset.group);
    const again = pressed === cell;
    focus(cell);
    if (e.target.closest('[data-open]')) return ask('Open', idOf(cell));
    if (cell.dataset.edit === 'choice' || (again && cell.dataset.edit)) edit(cell);
  });
  on(table, 'dblclick', e => { const cell = cellOf(e.target); if (cell?.dataset.edit && !e.target.closest('.cell-edit')) edit(cell); });
  on(table, 'keydown', e => {
    const cell = cellOf(document.activeElement);
    if (!cell || typing(e) || e.target.closest('.menu')) return;
    const page = Math.floor(scroll.clientHeight / cell.offsetHeight) - 1, group = cell.parentElement.dataset.group;
    const move = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [page, 0], PageUp: [-page, 0], Home: [0, -99], End: [0, 99] }[e.key];
    if (move) {
      if (e.ctrlKey && move[1]) scroll.scrollTop = e.key === 'Home' ? 0 : scroll.scrollHeight;
      const next = step(cell, ...move);
      focus(next);
    } else if (e.ctrlKey || e.metaKey || e.altKey) return;
    else if (group && (e.key === 'Enter' || e.key === ' ')) ask('Fold', group);
    else if (cell.dataset.edit === 'tick' && (e.key === 'Enter' || e.key === ' ')) return turn(e, cell);
    else if (e.key === ' ') ask('Open', idOf(cell));
    else if (e.key === 'Enter' || e.key === 'F2') cell.dataset.edit ? edit(cell) : ask('Open', idOf(cell));
    else if (e.key === 'x') select(cell.parentElement, false, cell.parentElement.ariaSelected !== 'true');
    else if (e.key.length === 1 && cell.dataset.edit === 'text' && !'/?'.includes(e.key)) edit(cell, e.key);
    else return;
    e.preventDefault();
  });
  on(document, 'keydown', e => {
    if (!scroll.isConnected) return off.abort();
    if (typing(e) || e.defaultPrevented || document.querySelector('dialog[open], .rz-dialog')) return;
    const key = (e.ctrlKey || e.metaKey) && e.key === 'z' ? 'undo' : e.ctrlKey || e.metaKey || e.altKey ? null : { '?': 'keys', Escape: 'escape', n: 'new' }[e.key];
    if (e.key === '/' && !e.ctrlKey) document.querySelector('.find input')?.focus();
    else if (key) ask('Key', key);
    else return;
    e.preventDefault();
  });
  on(table, 'pointerdown', e => {
    const name = e.target.dataset.grip;
    if (!name) return;
    e.preventDefault();
    const head = e.target.closest('th'), col = table.querySelector(`col[data-col="${name}"]`), start = head.offsetWidth - e.clientX;
    const move = m => (col.style.width = `${Math.max(40, start + m.clientX)}px`);
    on(window, 'pointermove', move);
    addEventListener('pointerup', u => { removeEventListener('pointermove', move); ask('Resize', name, Math.max(40, Math.round(start + u.clientX))); }, { once: true });
  });
  function toLine(line) {
    const row = parseFloat(getComputedStyle(scroll).getPropertyValue('--row')), top = line * row, high = scroll.clientHeight - (table.tHead.offsetHeight || 0);
    if (top < scroll.scrollTop || top + row > scroll.scrollTop + high) scroll.scrollTop = Math.max(0, top - high / 3);
  }

  reachable();
  setTimeout(look, 50); // what more the window wants can wait until what has come is drawn
  return { link, toLine, toTop: () => (scroll.scrollTop = 0), detach: () => off.abort() };
}
