// Blocks of cells: marked with Shift and the arrows or by dragging, copied with types, filled from the clipboard. A block is two corners,
// each a line and a column; marks are painted here and nowhere else, also on rows that come into sight later.
import { brought } from '../../../assets/js/cellclip.js';

const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], Home: [0, -99], End: [0, 99], PageDown: [20, 0], PageUp: [-20, 0] };

export function attach(host, net) {
  const scroll = host.parentElement.querySelector('.scroll'), table = scroll.querySelector('table'), body = table.tBodies[0], off = new AbortController();
  const on = (target, type, run, options) => target.addEventListener(type, run, { signal: off.signal, ...options });
  const typing = e => e.isComposing || e.target.matches?.('input:not([type=checkbox]), textarea, select, [contenteditable]') || e.target.closest?.('.menu');
  const cellOf = e => e?.closest?.('tr[data-id] > td[data-col]'), rows = () => [...body.rows].filter(r => r.ariaRowIndex);
  const lineOf = row => row.ariaRowIndex - 2, rowAt = line => rows().find(r => lineOf(r) === line), columns = () => [...table.tHead.querySelectorAll('th[data-col]')].map(h => h.dataset.col);
  const place = cell => ({ line: lineOf(cell.parentElement), id: cell.parentElement.dataset.id, col: cell.dataset.col });
  const focused = () => cellOf(document.activeElement), here = () => scroll.contains(document.activeElement) || document.activeElement === document.body;
  let block = null, drag = null, going = null, ready = null, saying;

  const say = (text, ...args) => { clearTimeout(saying); saying = setTimeout(() => (host.textContent = text.replace(/\{(\d)\}/g, (_, n) => args[n])), 200); };

  function box({ a, b }) {
    const all = columns(), [left, right] = [all.indexOf(a.col), all.indexOf(b.col)].sort((x, y) => x - y), [first, last] = a.line <= b.line ? [a, b] : [b, a];
    return { first, last, left, right, keys: all.slice(left, right + 1) };
  }

  // Rows come, go and move under a block: its corners stay with their rows, and where another row has taken the place of one, the block is no more.
  function paint() {
    body.querySelectorAll('td[data-edge]').forEach(c => { c.removeAttribute('aria-selected'); c.removeAttribute('data-edge'); });
    if (!block) return;
    for (const corner of [block.a, block.b]) {
      const row = corner.id && body.querySelector(`tr[data-id="${corner.id}"]`);
      if (row) corner.line = lineOf(row);
      else if (corner.id && rowAt(corner.line)) return clear();
    }
    const { first, last, left, right } = box(block);
    if (left < 0) return clear();
    for (const row of rows()) {
      const line = lineOf(row);
      if (!row.dataset.id || line < first.line || line > last.line) continue;
      for (let i = left; i <= right; i++) {
        const cell = row.cells[i + 1];
        cell.ariaSelected = 'true';
        cell.dataset.edge = `${line === first.line ? 't' : ''}${line === last.line ? 'b' : ''}${i === left ? 'l' : ''}${i === right ? 'r' : ''}`;
      }
    }
    if (going) enter(going);
  }

  function mark(a, b) {
    [block, ready] = [{ a, b }, null];
    paint();
    const { first, last, keys } = box(block);
    say(host.dataset.marked, last.line - first.line + 1, keys.length);
  }

  function clear() {
    ready = null;
    if (!block) return;
    block = going = null;
    paint();
  }

  function enter(corner) {
    const cell = [...(rowAt(corner.line)?.cells ?? [])].find(c => c.dataset.col === corner.col);
    if (!cell) return;
    going = null;
    body.querySelectorAll('td[tabindex="0"]').forEach(c => c.removeAttribute('tabindex'));
    cell.tabIndex = 0;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  // The far corner may be out of sight: then the table is scrolled there, and the corner is entered when its row has come.
  function extend(cell, down, right, far) {
    const a = block?.a ?? place(cell), from = block?.b ?? a, all = columns(), end = +body.dataset.total - 1;
    let line = far && down ? (down > 0 ? end : 0) : Math.min(end, Math.max(0, from.line + down));
    while (rowAt(line)?.dataset.group && line + Math.sign(down) >= 0 && line < end) line += Math.sign(down) || 1;
    if (rowAt(line)?.dataset.group) line = from.line;
    const at = Math.min(all.length - 1, Math.max(0, all.indexOf(from.col) + right)), col = all[far && right ? (right > 0 ? all.length - 1 : 0) : at];
    const b = { line, id: rowAt(line)?.dataset.id ?? null, col };
    mark(a, b);
    going = b;
    if (rowAt(line)) enter(b);
    else scroll.scrollTop = line * parseFloat(getComputedStyle(scroll).getPropertyValue('--row')) - scroll.clientHeight / 2;
  }

  // What the keys act on: the marked block, or the cell with the focus.
  function current() {
    const cell = focused(), it = block ?? (cell && { a: place(cell), b: place(cell) });
    if (!it) return null;
    const { first, last, keys } = box(it);
    return { first: first.line, last: last.line, firstId: first.id, lastId: last.id, columns: keys, isChosen: !!block };
  }

  on(scroll, 'keydown', e => {
    const cell = focused(), step = steps[e.key], all = e.ctrlKey || e.metaKey;
    if (!cell || typing(e)) return;
    if (step && e.shiftKey && !e.altKey) extend(cell, ...step, all);
    else if (all && e.key === 'a') mark({ line: 0, id: null, col: columns()[0] }, { line: +body.dataset.total - 1, id: null, col: columns().at(-1) });
    else if (e.key === 'Delete' && !e.shiftKey && !all && !e.altKey) net.invokeMethodAsync('Clear', current());
    else if (e.key === 'Escape' && block) clear();
    else {
      if (step || e.key === 'Enter' || e.key === 'Tab') clear();
      return;
    }
    e.preventDefault();
    e.stopPropagation();
  }, { capture: true });

  on(scroll, 'pointerdown', e => {
    const cell = cellOf(e.target);
    if (e.button !== 0 || e.shiftKey || !cell || typing(e)) return;
    clear();
    if (e.pointerType !== 'touch') drag = place(cell);
  });
  on(scroll, 'mousedown', e => { if (e.shiftKey && cellOf(e.target) && !typing(e)) e.preventDefault(); });
  on(scroll, 'dragstart', e => { if (cellOf(e.target)) e.preventDefault(); });
  on(scroll, 'click', e => {
    const cell = cellOf(e.target), from = block?.a ?? (focused() && place(focused()));
    if (!e.shiftKey || !cell || typing(e)) return;
    e.preventDefault();
    e.stopPropagation();
    mark(from ?? place(cell), place(cell));
    enter(block.b);
  }, { capture: true });
  on(document, 'pointermove', e => {
    if (!drag) return;
    const over = cellOf(document.elementFromPoint(e.clientX, e.clientY)), edge = scroll.getBoundingClientRect();
    if (block) scroll.scrollTop += e.clientY > edge.bottom - 24 ? 12 : e.clientY < edge.top + 52 ? -12 : 0;
    if (!over || !body.contains(over)) return;
    const to = place(over), last = block?.b ?? drag;
    if (to.line === last.line && to.col === last.col) return;
    getSelection().removeAllRanges();
    table.classList.add('marking');
    mark(drag, to);
  });
  on(document, 'pointerup', () => {
    drag = null;
    if (table.classList.contains('marking')) enter(block.b);
    table.classList.remove('marking');
  });

  // The server knows the whole block, also what is out of sight; when it has answered, the same event comes once more and takes the answer along.
  on(document, 'copy', e => {
    if (ready) {
      e.clipboardData.setData('text/html', ready.html);
      e.clipboardData.setData('text/plain', ready.text);
      ready = null;
      say(host.dataset.copied);
    } else {
      // Rows that are ticked can be copied with the focus on a tick, which is in no column.
      const what = current() ?? (body.querySelector('tr[aria-selected="true"]') && { first: 0, last: 0, columns: [], isChosen: false });
      if (typing(e) || getSelection().toString() || !here() || !what) return;
      copy(what);
    }
    e.preventDefault();
    e.stopImmediatePropagation();
  }, { capture: true });
  on(document, 'beforecopy', e => { if (ready) e.preventDefault(); });

  async function copy(what) {
    const text = await net.invokeMethodAsync('Copy', what);
    if (!text) return;
    ready = text;
    document.execCommand('copy');
    if (ready) say(host.dataset.again);
  }

  on(document, 'paste', async e => {
    if (typing(e) || !here() || !current()) return;
    const what = current(), cells = brought(e.clipboardData), pictures = [...e.clipboardData.files].filter(f => f.type.startsWith('image/'));
    if (!cells && !(pictures.length && host.dataset.to && what.firstId)) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    if (!cells) return upload(what.firstId, pictures);
    await net.invokeMethodAsync('Paste', what, DotNet.createJSStreamReference(new TextEncoder().encode(JSON.stringify(cells))));
  }, { capture: true });

  async function upload(id, pictures) {
    say(host.dataset.uploading);
    for (const picture of pictures) {
      const form = new FormData();
      form.append('picture', picture, picture.name || 'screenshot.png');
      const answer = await fetch(host.dataset.to.replace('{id}', id), { method: 'POST', body: form, headers: { RequestVerificationToken: host.dataset.token } }).catch(() => null);
      if (!answer?.ok) return say(answer?.status === 422 ? await answer.text() : host.dataset.failed);
    }
    say(host.dataset.uploaded);
  }

  const watch = new MutationObserver(() => block && paint());
  watch.observe(body, { childList: true });
  host.toggleAttribute('data-attached', true);
  return { detach: () => { watch.disconnect(); off.abort(); } };
}
