// Arrows move between the cells of the board.
const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

export function attach(board) {
  board.addEventListener('keydown', e => {
    const cell = e.target.closest('a.cell, a.cn'), step = steps[e.key];
    if (!cell || !step || e.ctrlKey || e.altKey || e.metaKey) return;
    const next = board.rows[cell.closest('tr').rowIndex + step[0]]?.cells[cell.closest('td, th').cellIndex + step[1]]?.querySelector('a.cell, a.cn');
    if (!next) return;
    e.preventDefault();
    next.focus();
  });
}
