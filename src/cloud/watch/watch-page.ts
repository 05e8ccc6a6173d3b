import type { WatchWords } from './watch-words.ts';

/** Nothing but what the service itself serves, and the film from the storage; no frame of another page around it. */
export const contentSecurityPolicy = (storageOrigin: string | null): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `media-src 'self' ${storageOrigin ?? ''}`.trim(),
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export interface FilmOnPage {
  /** The link's own, `/watch/…`. */
  readonly path: string;
  readonly title: string;
  /** Null until one was published. */
  readonly cut: { readonly hasCaptions: boolean } | null;
  readonly areCommentsClosed: boolean;
}

/** The film with its comments. */
export function filmPage(words: WatchWords, { path, title, cut, areCommentsClosed }: FilmOnPage): string {
  const name = title || words.untitled;
  const heading = `<h1 dir="auto">${asHtml(name)}</h1>`;
  // Whoever came too early sees the film as soon as it is there.
  if (cut === null) {
    const wait = `${heading}\n<p class="empty" role="status">${asHtml(words.noCut)}</p>`;
    return page(words, name, wait, '<meta http-equiv="refresh" content="20">');
  }
  const captions = cut.hasCaptions
    ? `<track kind="captions" src="${asHtml(path)}/captions" label="${asHtml(words.captions)}">`
    : '';
  const say = areCommentsClosed
    ? `<p class="empty">${asHtml(words.closed)}</p>`
    : `<form id="say" hidden>
<p id="answering" hidden><span></span> <button type="button" id="cancel">${asHtml(words.cancel)}</button></p>
<label for="name">${asHtml(words.name)}</label>
<input id="name" name="name" maxlength="80" autocomplete="name" dir="auto" required>
<label for="text">${asHtml(words.text)} <span id="place">${asHtml(words.at)} <output id="at">0:00</output></span></label>
<textarea id="text" name="text" rows="3" maxlength="4000" dir="auto" required></textarea>
<button class="primary">${asHtml(words.say)}</button>
</form>`;
  const body = `${heading}
<div class="desk">
<div class="screen">
<video id="film" src="${asHtml(path)}/film" controls playsinline preload="metadata" aria-label="${asHtml(words.film)}">${captions}</video>
<div id="marks" aria-hidden="true"></div>
</div>
<section aria-labelledby="said">
<h2 id="said">${asHtml(words.comments)}</h2>
<noscript><p>${asHtml(words.needsScript)}</p></noscript>
<p id="offline" role="status"></p>
<p id="none" hidden>${asHtml(words.noComments)}</p>
<ol id="comments"></ol>
<button type="button" id="more" hidden></button>
${say}
<p id="news" role="status"></p>
</section>
</div>
<script type="application/json" id="words">${inScript({ path, words })}</script>`;
  return page(words, name, body, '<script type="module" src="/watch-page/watch.js"></script>');
}

export function passwordPage(words: WatchWords, path: string, wrong: string | null): string {
  const alert = wrong === null ? '' : `<p id="wrong" role="alert">${asHtml(wrong)}</p>`;
  const described = wrong === null ? '' : ' aria-describedby="wrong" aria-invalid="true"';
  const body = `<h1>${asHtml(words.locked)}</h1>
<form class="door" method="post" action="${asHtml(path)}/unlock">
<label for="password">${asHtml(words.password)}</label>
<input id="password" name="password" type="password" maxlength="200" autocomplete="current-password" required autofocus${described}>
${alert}
<button class="primary">${asHtml(words.open)}</button>
</form>`;
  return page(words, words.locked, body);
}

/** One sentence and nothing else: a link that is wrong, has run out or was revoked says the same. */
export function sentencePage(words: WatchWords, title: string, sentence: string): string {
  return page(words, title, `<h1>${asHtml(title)}</h1>\n<p>${asHtml(sentence)}</p>`);
}

/** `head` is what only this page has in its head. */
function page(words: WatchWords, title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<meta name="robots" content="noindex">
<title>${asHtml(title)}</title>
<link rel="stylesheet" href="/watch-page/watch.css">
${head}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function asHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

/** JSON inside a script element must not end it. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
