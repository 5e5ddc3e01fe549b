// Pictures by paste, drop or file into whatever says data-pictures="ADDRESS"; sent beside the circuit, with progress and a way to stop.
const place = e => e.target.closest?.('[data-pictures]'), images = list => [...list].filter(f => f.type.startsWith('image/'));

function send(box, file) {
  const drop = box.querySelector('.drop span'), hint = drop.textContent, request = new XMLHttpRequest(), form = new FormData();
  const bar = Object.assign(document.createElement('progress'), { max: file.size, value: 0 });
  const end = text => { bar.remove(); drop.textContent = text ?? hint; };
  form.append('picture', file, file.name || 'screenshot.png');
  drop.textContent = box.dataset.uploading;
  drop.after(bar);
  bar.onclick = () => request.abort();
  request.upload.onprogress = e => (bar.value = e.loaded);
  request.onload = () => end(request.status === 200 ? null : request.status === 422 ? request.responseText : box.dataset.failed);
  request.onerror = () => end(box.dataset.failed);
  request.onabort = () => end();
  request.open('POST', box.dataset.pictures);
  request.setRequestHeader('RequestVerificationToken', box.dataset.token);
  request.send(form);
}

addEventListener('change', e => { if (place(e) && e.target.type === 'file') { images(e.target.files).forEach(f => send(place(e), f)); e.target.value = ''; } });
addEventListener('paste', e => {
  const box = place(e) ?? e.target.closest?.('aside, main')?.querySelector('[data-pictures]'), files = images(e.clipboardData?.files ?? []);
  if (!box || !files.length) return;
  e.preventDefault();
  files.forEach(f => send(box, f));
});
addEventListener('dragover', e => { const drop = place(e)?.querySelector('.drop') ?? e.target.closest?.('.panel')?.querySelector('.drop'); if (drop && e.dataTransfer.types.includes('Files')) { e.preventDefault(); drop.classList.add('over'); } });
addEventListener('dragleave', () => document.querySelectorAll('.drop.over').forEach(d => d.classList.remove('over')));
addEventListener('drop', e => {
  const box = place(e) ?? e.target.closest?.('.panel')?.querySelector('[data-pictures]'), files = images(e.dataTransfer?.files ?? []);
  document.querySelectorAll('.drop.over').forEach(d => d.classList.remove('over'));
  if (!box || !files.length) return;
  e.preventDefault();
  files.forEach(f => send(box, f));
});
addEventListener('click', e => {
  const link = e.target.closest?.('[data-copy-link]');
  if (link) navigator.clipboard?.writeText(new URL(link.dataset.copyLink, location.href).href);
});
