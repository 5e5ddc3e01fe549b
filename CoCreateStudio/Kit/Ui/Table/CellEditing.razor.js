// Editing in a cell: text is typed in place, one of a few values is chosen from a menu. What the server did not answer for is kept
// in this browser and sent when the table is there again.
const box = `cells:${location.pathname.split('/')[2]}`;
const kept = () => JSON.parse(localStorage.getItem(box) ?? '{}');
const keep = cells => (Object.keys(cells).length ? localStorage.setItem(box, JSON.stringify(cells)) : localStorage.removeItem(box));

export function editor(ask, focus, step) {
  async function commit(cell, id, column, value) {
    const name = `${id}/${column}`;
    keep({ ...kept(), [name]: value });
    cell?.classList.add('unsaved');
    await ask('Commit', id, column, value);
    const { [name]: sent, ...others } = kept();
    keep(others);
    cell?.classList.remove('unsaved');
  }

  function type(cell, input, id, column, typed) {
    const before = input.value;
    let done = false;
    const end = (save, down, right) => {
      if (done) return;
      done = true;
      if (down !== undefined) focus(step(cell, down, right) ?? cell);
      return save && input.value !== before ? commit(cell, id, column, input.value) : ask('Cancel');
    };
    input.focus();
    if (typed) input.value = typed;
    else input.select?.();
    input.addEventListener('blur', () => end(true));
    input.addEventListener('keydown', e => {
      if (e.isComposing) return;
      const move = { Enter: [true, e.shiftKey ? -1 : 1, 0], Tab: [true, 0, e.shiftKey ? -1 : 1], Escape: [false, 0, 0] }[e.key];
      e.stopPropagation();
      if (!move) return;
      e.preventDefault();
      end(...move);
    });
  }

  function choose(cell, menu, id, column) {
    const options = [...menu.children], place = cell.getBoundingClientRect();
    let value;
    const pick = option => { value = option.dataset.value; menu.hidePopover(); };
    menu.showPopover();
    menu.style.insetInlineStart = `${Math.min(place.left, innerWidth - menu.offsetWidth - 8)}px`;
    menu.style.insetBlockStart = `${place.bottom + menu.offsetHeight + 8 > innerHeight ? Math.max(8, place.top - menu.offsetHeight - 2) : place.bottom + 2}px`;
    (menu.querySelector('[aria-selected=true]') ?? options[0])?.focus();
    menu.addEventListener('toggle', e => {
      if (e.newState !== 'closed') return;
      focus(cell);
      if (value === undefined) ask('Cancel');
      else commit(cell, id, column, value);
    });
    menu.addEventListener('click', e => e.target.closest('li') && pick(e.target.closest('li')));
    menu.addEventListener('keydown', e => {
      e.stopPropagation();
      const at = options.indexOf(document.activeElement), move = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[e.key];
      if (move !== undefined) options.at(move % options.length).focus();
      else if (e.key === 'Enter' || e.key === ' ') pick(options[at]);
      else if (e.key === 'Tab') menu.hidePopover();
      else if (e.key.length === 1) options.find(o => o.textContent.trim().toLowerCase().startsWith(e.key.toLowerCase()))?.focus();
      if (e.key !== 'Escape') e.preventDefault();
    });
  }

  Object.entries(kept()).forEach(([name, value]) => commit(null, ...name.split('/'), value));

  return async function edit(cell, typed) {
    const id = cell.parentElement.dataset.id, column = cell.dataset.col;
    if (!cell.dataset.edit || !(await ask('Edit', id, column))) return;
    const field = cell.querySelector('.cell-edit, .menu');
    if (field?.matches('.menu')) choose(cell, field, id, column);
    else if (field) type(cell, field, id, column, typed);
  };
}
