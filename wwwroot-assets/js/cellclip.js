// What a clipboard holds as rows of cells: from the one table of its HTML, or its text, which the server takes apart.
const isDate = format => /[yd]/i.test((format ?? '').split(';').slice(2).join(';').replace(/General|Standard/gi, ''));

function text(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/[ \t\r\n]+/g, ' ');
  if (node.nodeName === 'BR') return '\n';
  const inside = [...node.childNodes].map(text).join('');
  return /^(P|DIV|LI)$/.test(node.nodeName) ? `\n${inside}\n` : inside;
}

function cell(td) {
  const serial = td.hasAttribute('sdval') && isDate(td.getAttribute('sdnum')) ? Number(td.getAttribute('sdval')) : null;
  return { text: text(td).replace(/ *\n */g, '\n').replace(/\n{3,}/g, '\n\n').trim(), serial };
}

// Merged cells keep their value in the first one, as a spreadsheet does.
function rows(table) {
  const taken = [];
  [...table.rows].forEach((tr, y) => {
    let x = 0;
    for (const td of tr.cells) {
      while (taken[y]?.[x]) x++;
      for (let down = 0; down < Math.min(td.rowSpan, table.rows.length - y); down++)
        for (let right = 0; right < td.colSpan; right++) ((taken[y + down] ??= [])[x + right] = down + right ? { text: '' } : cell(td));
      x += td.colSpan;
    }
  });
  return taken.map(row => Array.from(row ?? [], c => c ?? { text: '' }));
}

// Style sheets are cut out first: they say nothing about values, and the page's policy would complain of them.
export function brought(clipboard) {
  const html = clipboard.getData('text/html'), plain = clipboard.getData('text/plain');
  const tables = /<table/i.test(html) ? new DOMParser().parseFromString(html.replace(/<style[\s\S]*?<\/style>/gi, ''), 'text/html').querySelectorAll('table') : [];
  if (tables.length === 1 && tables[0].rows.length) return { rows: rows(tables[0]) };
  return plain ? { text: plain } : null;
}
