// What is entered is sent line by line under an id of its own, and kept in this browser until the server says that it has it: after
// a lost line or a killed server it is sent again. A pasted picture goes to the requirement that its line made, which has the line's id.
const html = document.documentElement, box = 'said:';
const make = (tag, className, text = '') => Object.assign(document.createElement(tag), { className, textContent: text });
const button = (text, act) => Object.assign(make('button', 'btn sm', text), { type: 'button', onclick: act });

// Before its circuit is there, a page that came from the server takes lines in already; whoever has the circuit sends them.
export function attach(bar, server = null) {
  const { dataset } = bar, list = bar.previousElementSibling, input = bar.querySelector('.eline'), thumbs = bar.querySelector('.shots'), name = box + dataset.keep;
  const pasted = new Map();
  let turn = 0, sending = false, shots = [];

  const lines = () => JSON.parse(localStorage.getItem(name) ?? '[]');
  const store = all => (all.length ? localStorage.setItem(name, JSON.stringify(all)) : localStorage.removeItem(name), show());
  const drop = id => store(lines().filter(l => l.id !== id));
  const type = text => { input.value = text; input.dispatchEvent(new Event('input', { bubbles: true })); };

  function show() {
    list.replaceChildren(...lines().map(line => {
      const row = make('li', 'ln'), body = make('div', 'grow'), state = make('p', 'small row state');
      row.append(make('time', 't3 small fig', line.at), make('span', 'k'), body);
      body.append(make('p', 'said', line.text), state);
      state.append(make('span', line.refusal ? 'late' : 't3', line.refusal ?? (html.hasAttribute('data-lost') ? dataset.kept : dataset.sending)));
      if (line.refusal) state.setAttribute('role', 'alert');
      if (line.refusal) state.append(button(dataset.takeUp, () => { drop(line.id); type(line.text); input.focus(); }), button(dataset.discard, () => drop(line.id)));
      return row;
    }));
    list.hidden = !list.firstChild;
  }

  async function sendPictures(id) {
    for (const file of pasted.get(id) ?? []) {
      const body = new FormData();
      body.append('picture', file, file.name || 'screenshot.png');
      const answer = await fetch(dataset.pictures.replace('{id}', id), { method: 'POST', body, headers: { RequestVerificationToken: dataset.token } }).catch(() => null);
      if (!answer?.ok) return answer?.status === 422 ? answer.text() : dataset.pictureLost;
    }
    pasted.delete(id);
  }

  // A turn that waits for an answer which got lost with the connection is overtaken by the next one.
  async function send() {
    if (!server || html.hasAttribute('data-lost') || !lines().length) return;
    const mine = ++turn;
    sending = true;
    for (let line; mine === turn && (line = lines().find(l => !l.refusal));) {
      const refusal = (await server.invokeMethodAsync('SayAsync', line.id, line.item, line.text)) ?? (await sendPictures(line.id));
      if (mine !== turn) return;
      if (refusal) store(lines().map(l => (l.id === line.id ? { ...l, refusal } : l)));
      else drop(line.id);
    }
    if (mine === turn) sending = false;
  }

  function enter() {
    const text = input.value.trim();
    if (!text) return;
    const id = crypto.randomUUID?.() ?? ([1e7] + -1e3 + -4e3 + -8e3 + -1e11).replace(/[018]/g, c => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));
    if (shots.length) pasted.set(id, shots);
    localStorage.removeItem(`kept:${input.dataset.keep}`);
    store([...lines(), { id, item: dataset.item || null, text, at: new Date().toTimeString().slice(0, 5) }]);
    take([]);
    type('');
    if (!sending) send();
  }

  function take(files) {
    thumbs.querySelectorAll('img').forEach(img => URL.revokeObjectURL(img.src));
    shots = files;
    thumbs.replaceChildren(...files.map(file => Object.assign(make('img', 'thumb'), { src: URL.createObjectURL(file), alt: dataset.picture, title: dataset.discard, onclick: () => take(shots.filter(s => s !== file)) })));
  }

  function paste(e) {
    const files = [...(e.clipboardData?.files ?? [])].filter(f => f.type.startsWith('image/'));
    if (!files.length) return;
    e.preventDefault();
    e.stopPropagation();
    take([...shots, ...files]);
    if (!/^[/／、]/.test(input.value)) type(dataset.pictureWord + input.value);
  }

  function key(e) {
    if (e.key === 'Enter' && !e.isComposing) return enter();
    if (!(e.ctrlKey || e.metaKey) || e.shiftKey || e.key.toLowerCase() !== 'z' || input.value) return;
    e.preventDefault();
    server?.invokeMethodAsync('TakeBackAsync');
  }

  const back = new MutationObserver(() => { show(); send(); });
  back.observe(html, { attributeFilter: ['data-lost'] });
  input.addEventListener('paste', paste);
  input.addEventListener('keydown', key);
  show();
  send();
  return { detach: () => { back.disconnect(); turn++; } };
}
