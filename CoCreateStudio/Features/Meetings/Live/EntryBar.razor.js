// What is entered is sent line by line under an id of its own, and kept in this browser until the server says that it has it: after
// a lost line or a killed server it is sent again. A pasted picture goes to the requirement that its line made, which has the line's id.
const html = document.documentElement, box = 'said:', again = 2000, byInputMethod = 229;
const make = (tag, className, text = '') => Object.assign(document.createElement(tag), { className, textContent: text });
const button = (text, act) => Object.assign(make('button', 'btn sm', text), { type: 'button', onclick: act });
const newId = () => crypto.randomUUID?.() ?? ([1e7] + -1e3 + -4e3 + -8e3 + -1e11).replace(/[018]/g, c => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

// By line; a page that is drawn anew attaches anew, and these stay.
const pasted = new Map(), uploads = new Map();

// Before its circuit is there, a page that came from the server takes lines in already; whoever has the circuit sends them.
export function attach(bar, server = null) {
  const { dataset } = bar, list = bar.previousElementSibling, input = bar.querySelector('.eline'), thumbs = bar.querySelector('.shots'), name = box + dataset.outbox;
  let turn = 0, sending = false, shots = [], left = false, told = 0;

  const lines = () => JSON.parse(localStorage.getItem(name) ?? '[]');
  const drop = id => (pasted.delete(id), store(lines().filter(l => l.id !== id)));
  const change = (id, what) => store(lines().map(l => (l.id === id ? { ...l, ...what } : l)));
  const type = text => { input.value = text; input.dispatchEvent(new Event('input', { bubbles: true })); };

  function store(all) {
    if (all.length) localStorage.setItem(name, JSON.stringify(all));
    else localStorage.removeItem(name);
    show();
  }

  function show() {
    list.replaceChildren(...lines().map(rowOf));
    list.hidden = !list.firstChild;
    tell();
  }

  function rowOf(line) {
    const row = make('li', 'ln'), body = make('div', 'grow'), state = make('p', 'small row state');
    row.append(make('time', 't3 small fig', line.at), make('span', 'k'), body);
    body.append(make('p', 'said', line.text), state);
    state.append(make('span', line.refusal ? 'late' : 't3', line.refusal ?? (html.hasAttribute('data-lost') ? dataset.kept : dataset.sending)));
    if (!line.refusal) return row;
    state.setAttribute('role', 'alert');
    if (!line.said) state.append(button(dataset.takeUp, () => takeUp(line)));
    else if (pasted.has(line.id)) state.append(button(dataset.tryAgain, () => { change(line.id, { refusal: undefined }); send(); }));
    state.append(button(dataset.discard, () => { drop(line.id); input.focus(); }));
    return row;
  }

  // How many lines wait for a decision here is said at the top of the page.
  function tell() {
    const refused = lines().filter(l => l.refusal).length;
    if (!server || refused === told) return;
    told = refused;
    server.invokeMethodAsync('Refused', refused).catch(() => (told = -1));
  }

  // What stands half typed in the line changes places with it.
  function takeUp(line) {
    const half = input.value, mine = pasted.get(line.id) ?? [];
    pasted.delete(line.id);
    if (half.trim()) {
      const aside = add(half, { refusal: dataset.aside });
      store(lines().flatMap(l => (l.id === aside.id ? [] : l.id === line.id ? [aside] : [l])));
    } else {
      drop(line.id);
    }
    take(mine);
    type(line.text);
    input.focus();
  }

  // One upload a line: a line that is sent again meanwhile waits for it.
  function upload(id) {
    if (!uploads.has(id)) uploads.set(id, sendPictures(id).finally(() => uploads.delete(id)));
    return uploads.get(id);
  }

  async function sendPictures(id) {
    const files = pasted.get(id);
    while (files?.length) {
      const body = new FormData();
      body.append('picture', files[0], files[0].name || 'screenshot.png');
      const answer = await fetch(dataset.pictures.replace('{id}', id), { method: 'POST', body, headers: { RequestVerificationToken: dataset.token } }).catch(() => null);
      if (!answer?.ok) return answer?.status === 422 ? answer.text() : dataset.pictureFailed;
      files.shift();
    }
    return files ? null : dataset.pictureLost;
  }

  async function sendOne(mine, line) {
    const refusal = line.said ? null : await server.invokeMethodAsync('SayAsync', line.id, line.item, line.text);
    if (mine !== turn) return;
    if (refusal) return change(line.id, { refusal });
    if (!line.pictures) return drop(line.id);
    change(line.id, { said: true });
    const problem = await upload(line.id);
    if (mine !== turn) return;
    if (problem) change(line.id, { refusal: problem });
    else drop(line.id);
  }

  // A turn that waits for an answer which got lost with the connection is overtaken by the next one. Where the server failed, it is asked again.
  async function send() {
    const next = () => lines().find(l => !l.refusal);
    if (!server || left || html.hasAttribute('data-lost') || !next()) return;
    const mine = ++turn;
    sending = true;
    try {
      for (let line; mine === turn && (line = next());) await sendOne(mine, line);
    } catch {
      if (mine === turn) setTimeout(() => { if (!sending) send(); }, again);
    } finally {
      if (mine === turn) sending = false;
    }
  }

  function add(text, what) {
    const line = { id: newId(), item: dataset.item || null, text: text.trim(), at: new Date().toTimeString().slice(0, 5), ...what };
    if (shots.length) pasted.set(line.id, shots);
    if (shots.length) line.pictures = shots.length;
    store([...lines(), line]);
    return line;
  }

  function enter() {
    if (!input.value.trim()) return;
    add(input.value);
    take([]);
    type('');
    localStorage.removeItem(`kept:${input.dataset.keep}`);
    if (!sending) send();
  }

  function take(files) {
    thumbs.querySelectorAll('img').forEach(img => URL.revokeObjectURL(img.src));
    shots = files;
    thumbs.replaceChildren(...files.map(file => {
      const shot = Object.assign(make('button', 'thumb'), { type: 'button', title: dataset.discard, onclick: () => { take(shots.filter(s => s !== file)); input.focus(); } });
      shot.append(Object.assign(make('img'), { src: URL.createObjectURL(file), alt: dataset.picture }));
      return shot;
    }));
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
    if (e.key === 'Enter' && !e.isComposing && e.keyCode !== byInputMethod) return enter();
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
  return { detach: () => { left = true; back.disconnect(); turn++; } };
}
