/** The comments beside a film. What people wrote is put into the page as text only. */
const { path, words } = JSON.parse(document.getElementById('words').textContent);
const film = document.getElementById('film');
const list = document.getElementById('comments');
const none = document.getElementById('none');
const form = document.getElementById('say');
const answering = document.getElementById('answering');
const place = document.getElementById('place');
const news = document.getElementById('news');
const offline = document.getElementById('offline');
const more = document.getElementById('more');
const marks = document.getElementById('marks');
const pollMs = 4_000;
/** So many are drawn before somebody asks for more. */
const drawnAtOnce = 50;
/** Longer words are shown in part, until somebody wants to read all of them. */
const longChars = 600;

/** @type {Map<string, any>} */
const known = new Map();
let seq = 0;
let drawn = drawnAtOnce;
const opened = new Set();
let parentId = null;
/** The same for every try of one comment, so that one whose answer was lost is not there twice. */
let id = newId();

// Nobody may say anything by a link whose comments are closed.
if (form !== null) {
  form.hidden = false;
  form.elements.name.value = remembered();
}

function newId() {
  if (crypto.randomUUID !== undefined) return crypto.randomUUID();
  // Pages without https have no randomUUID (RFC 9562, version 4).
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function remembered() {
  try {
    return localStorage.getItem('name') ?? '';
  } catch {
    return '';
  }
}

function clockOf(ms) {
  const s = Math.floor(ms / 1_000);
  const [hours, minutes, seconds] = [Math.floor(s / 3_600), Math.floor(s / 60) % 60, s % 60];
  const two = (n) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

function part(tag, className, text = '') {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

function goTo(ms) {
  film.currentTime = ms / 1_000;
  film.pause();
  film.focus();
}

function draw() {
  const all = [...known.values()];
  const begun = all.filter((said) => said.parentId === null).sort((a, b) => a.atMs - b.atMs || a.seq - b.seq);
  const focused = document.activeElement?.dataset?.for;
  list.replaceChildren(...begun.slice(0, drawn).map((said) => drawComment(said, all)));
  none.hidden = begun.length > 0;
  more.hidden = begun.length <= drawn;
  more.textContent = `${words.more} (${begun.length - drawn})`;
  drawMarks(begun);
  if (focused !== undefined) list.querySelector(`[data-for="${CSS.escape(focused)}"]`)?.focus();
}

/** A point for each open comment, below the film: for the pointer alone, the list has them all. */
function drawMarks(begun) {
  const seconds = film.duration;
  const open = Number.isFinite(seconds) ? begun.filter((said) => said.resolvedAtMs === null) : [];
  marks.replaceChildren(
    ...open.map((said) => {
      const mark = part('button', '');
      mark.type = 'button';
      mark.tabIndex = -1;
      mark.title = said.name;
      mark.style.left = `${Math.min(100, (said.atMs / 1_000 / seconds) * 100)}%`;
      mark.addEventListener('click', () => goTo(said.atMs));
      return mark;
    }),
  );
}

/** What was said, in part where it is long. Its direction is its own, and ends with it. */
function wordsOf(said) {
  const isLong = said.text.length > longChars && !opened.has(said.id);
  const text = part('p', 'text', isLong ? `${said.text.slice(0, longChars)}…` : said.text);
  text.dir = 'auto';
  if (!isLong) return [text];
  const whole = part('button', 'quiet', words.whole);
  whole.type = 'button';
  whole.dataset.for = `whole ${said.id}`;
  whole.addEventListener('click', () => {
    opened.add(said.id);
    draw();
  });
  return [text, whole];
}

function drawComment(said, all) {
  const item = part('li', said.resolvedAtMs === null ? '' : 'resolved');
  const head = part('p', 'head');
  const time = part('button', 'time', clockOf(said.atMs));
  time.type = 'button';
  time.dataset.for = `time ${said.id}`;
  time.setAttribute('aria-label', `${words.goTo} ${clockOf(said.atMs)}`);
  time.addEventListener('click', () => goTo(said.atMs));
  head.append(time, ...whoAndWhen(said));
  if (said.resolvedAtMs !== null) head.append(part('span', 'done', words.resolved));
  if (said.takeId) head.append(part('span', 'maker', words.newTake));
  const answers = all
    .filter((other) => other.parentId === said.id)
    .sort((a, b) => a.createdAtMs - b.createdAtMs);
  item.append(head, ...wordsOf(said));
  if (answers.length > 0) {
    const below = document.createElement('ol');
    below.append(...answers.map(drawAnswer));
    item.append(below);
  }
  if (form === null) return item;
  const answer = part('button', 'quiet', words.answer);
  answer.type = 'button';
  answer.dataset.for = `answer ${said.id}`;
  answer.setAttribute('aria-label', `${words.answerTo} ${said.name}`);
  answer.addEventListener('click', () => beginAnswer(said));
  item.append(answer);
  return item;
}

function drawAnswer(said) {
  const item = document.createElement('li');
  const head = part('p', 'head');
  head.append(...whoAndWhen(said));
  item.append(head, ...wordsOf(said));
  return item;
}

function whoAndWhen(said) {
  const when = new Date(said.createdAtMs).toLocaleString(words.lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const maker = said.byMaker ? [part('span', 'maker', words.maker)] : [];
  const name = part('strong', '', '');
  name.append(part('bdi', '', said.name));
  return [name, ...maker, part('span', 'when', when)];
}

function beginAnswer(said) {
  parentId = said.id;
  answering.hidden = false;
  answering.firstElementChild.textContent = `${words.answerTo} ${said.name}`;
  place.hidden = true;
  form.elements.text.focus();
}

function endAnswer() {
  parentId = null;
  answering.hidden = true;
  place.hidden = false;
}

async function read() {
  const answer = await fetch(`${path}/comments?after=${seq}`);
  // Revoked, run out or locked again: the page says it.
  if (answer.status === 404) return location.reload();
  if (!answer.ok) return undefined;
  const page = await answer.json();
  for (const said of page.comments) known.set(said.id, said);
  for (const gone of page.removed) known.delete(gone);
  const isNew = page.seq > seq;
  if (isNew || seq === 0) {
    seq = page.seq;
    draw();
  }
  // Thousands come in pages.
  return isNew ? read() : undefined;
}

async function readOn() {
  try {
    if (!document.hidden) await read();
    offline.textContent = '';
  } catch {
    // What is there stays, and the next reading tries again.
    offline.textContent = words.offline;
  }
  setTimeout(readOn, pollMs);
}

async function send() {
  const { name, text } = form.elements;
  const atMs = parentId === null ? Math.round(film.currentTime * 1_000) : null;
  const answer = await fetch(`${path}/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, name: name.value, text: text.value, atMs, parentId }),
  });
  if (answer.status === 429) throw new Error(words.tooOften);
  if (!answer.ok) throw new Error(words.notSent);
  try {
    localStorage.setItem('name', name.value);
  } catch {
    // Nothing may be kept on this device; the name is asked for again.
  }
  text.value = '';
  id = newId();
  endAnswer();
  news.textContent = words.sent;
  await read();
}

/**
 * The film comes from an address that holds for five minutes; the link gives the next one. A browser keeps to the one that it was sent
 * to, and tries for long before it says that it is of no use: so it is renewed where something is missing and its time is up.
 */
const addressMs = 270_000;
let [sentAtMs, renewedAtMs] = [Date.now(), 0];

function renew() {
  if (Date.now() - renewedAtMs < pollMs) return;
  renewedAtMs = sentAtMs = Date.now();
  const { currentTime, paused } = film;
  film.addEventListener(
    'loadedmetadata',
    () => {
      // At its beginning it may have been moved on since by whoever watches.
      if (currentTime > 0) film.currentTime = currentTime;
      // A browser that lets nothing play by itself waits for whoever watches.
      if (!paused) film.play().catch(() => undefined);
    },
    { once: true },
  );
  film.load();
}

function isHere(time) {
  const { buffered } = film;
  for (let i = 0; i < buffered.length; i++) {
    if (time >= buffered.start(i) && time < buffered.end(i)) return true;
  }
  return false;
}

for (const lack of ['seeking', 'waiting', 'play']) {
  film.addEventListener(lack, () => {
    if (Date.now() - sentAtMs > addressMs && !isHere(film.currentTime)) renew();
  });
}
film.addEventListener('error', renew);

const at = document.getElementById('at');
film.addEventListener('timeupdate', () => {
  if (at !== null) at.textContent = clockOf(film.currentTime * 1_000);
});
film.addEventListener('loadedmetadata', draw);
more.addEventListener('click', () => {
  drawn += drawnAtOnce;
  draw();
});
document.getElementById('cancel')?.addEventListener('click', endAnswer);
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const button = form.querySelector('.primary');
  button.disabled = true;
  news.textContent = '';
  send()
    .catch((error) => {
      const isOurs = error.message === words.tooOften;
      news.textContent = isOurs ? words.tooOften : words.notSent;
    })
    .finally(() => {
      button.disabled = false;
    });
});
void readOn();
