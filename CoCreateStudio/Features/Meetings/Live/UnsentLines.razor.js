// Shows what this browser keeps of a meeting that is over: lines that were entered, what stood half typed, and texts that were changed.
const make = (tag, className, text = '') => Object.assign(document.createElement(tag), { className, textContent: text });

export function attach(section) {
  const { keptOf: name, why, copyWord, copiedWord, discard, text: label } = section.dataset, box = `said:${name}`;
  const lines = () => JSON.parse(localStorage.getItem(box) ?? '[]');
  const store = all => (all.length ? localStorage.setItem(box, JSON.stringify(all)) : localStorage.removeItem(box));
  const textOf = kept => { try { return JSON.parse(kept).text ?? kept; } catch { return kept; } };

  // One keeps a line whose picture alone was not sent; the line itself is saved.
  const all = () => [
    ...lines().map(l => ({ text: l.text, why: l.said ? l.refusal : l.refusal ?? why, drop: () => store(lines().filter(o => o.id !== l.id)) })),
    ...Object.keys(localStorage).filter(key => key.startsWith(`kept:${name}`)).map(key => ({ text: textOf(localStorage.getItem(key)), why, drop: () => localStorage.removeItem(key) })),
  ].filter(one => one.text?.trim());

  function show() {
    section.replaceChildren(make('h3', '', section.getAttribute('aria-label')), ...all().map((one, i) => {
      const part = make('div', 'callout warn stack-s'), field = make('textarea', 'in'), row = make('p', 'row small');
      Object.assign(field, { id: `unsent-${i}`, value: one.text, readOnly: true, rows: Math.min(6, one.text.split('\n').length), ariaLabel: label });
      const copy = Object.assign(make('button', 'btn sm', copyWord), { type: 'button' });
      Object.assign(copy.dataset, { copy: field.id, copied: copiedWord });
      row.append(copy, Object.assign(make('button', 'btn quiet sm', discard), { type: 'button', onclick: () => { one.drop(); show(); } }));
      part.append(make('p', 'small', one.why), field, row);
      return part;
    }));
    section.hidden = section.childElementCount < 2;
  }
  show();
}
