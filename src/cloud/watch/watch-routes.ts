import { readFileSync } from 'node:fs';
import type { Context, Hono } from 'hono';
import { type Fault, ok } from '../../domain/kernel/result.ts';
import { readJsonBody } from '../limits/read-json-body.ts';
import { parseAs } from '../route.ts';
import { SaidComment } from '../routes/comment-routes.ts';
import { isPassword, makePass } from '../shares/secrets.ts';
import { createDoor, type Visit, type WatchEnv, type WatchOptions } from './door.ts';
import { streamFilm } from './stream-film.ts';
import { contentSecurityPolicy, filmPage, passwordPage, sentencePage } from './watch-page.ts';
import { watchWords } from './watch-words.ts';

const mostBodyBytes = 32 * 1024;
/** Whoever knew the password need not say it again for so long. */
const passMs = 12 * 60 * 60_000;

const files = {
  'watch.css': { type: 'text/css; charset=utf-8', text: readPage('watch.css') },
  'watch.js': { type: 'text/javascript; charset=utf-8', text: readPage('watch.js') },
};

/** The pages that a link opens for somebody without an account. docs/sync.md, "Sharing". */
export function addWatchRoutes<E extends WatchEnv>(app: Hono<E>, options: WatchOptions): void {
  const { parts } = options;
  const { shares } = parts.database;
  const door = createDoor(options);
  const wordsOf = (context: Context<E>) => watchWords(context.req.header('accept-language'));
  /** A page in its security headers. */
  const show = (context: Context<E>, html: string, status: 200 | 403 | 404 | 429 | 503 = 200): Response => {
    context.header('content-security-policy', contentSecurityPolicy(parts.storage?.origin ?? null));
    context.header('referrer-policy', 'no-referrer');
    context.header('x-robots-tag', 'noindex');
    context.header('cross-origin-opener-policy', 'same-origin');
    return context.html(html, status);
  };
  /** Runs `answer` for who may come in; the others see why not: as a page, or in the API's form. */
  const visit = (
    path: string,
    method: 'GET' | 'POST',
    answer: (context: Context<E>, visit: Visit) => Promise<Response | Fault>,
    refuse: (context: Context<E>, fault: Fault) => Response = options.refuse,
  ): void => {
    app.on(method, path, async (context) => {
      context.set('route', path);
      const entered = await door(context);
      const answered = entered.ok ? await answer(context, entered.value) : entered.fault;
      return answered instanceof Response ? answered : refuse(context, answered);
    });
  };
  const refuseOnPage = (context: Context<E>, fault: Fault): Response => {
    context.set('fault', fault);
    const words = wordsOf(context);
    if (fault.code === 'sync.busy')
      return show(context, sentencePage(words, words.waitTitle, words.tooOften), 429);
    if (fault.code === 'sync.database-asleep')
      return show(context, sentencePage(words, words.waitTitle, words.asleep), 503);
    return show(context, sentencePage(words, words.goneTitle, words.gone), 404);
  };

  for (const [name, { type, text }] of Object.entries(files)) {
    app.get(`/watch-page/${name}`, (context) => {
      context.set('route', `/watch-page/${name}`);
      return context.body(text, 200, { 'content-type': type, 'cache-control': 'public, max-age=300' });
    });
  }
  visit(
    '/watch/:token',
    'GET',
    async (context, { watched, isOpen, path }) => {
      if (!isOpen) return show(context, passwordPage(wordsOf(context), path, null));
      const { title, areCommentsClosed } = watched;
      const cut = watched.cut?.objectKey == null ? null : watched.cut;
      return show(context, filmPage(wordsOf(context), { path, title, cut, areCommentsClosed }));
    },
    refuseOnPage,
  );
  visit(
    '/watch/:token/unlock',
    'POST',
    async (context, { watched, path, mayTry }) => {
      const waitMs = mayTry();
      if (waitMs !== null)
        return {
          code: 'sync.busy',
          message: 'That was tried too often. Wait a moment, then try again.',
          detail: { retryAfterMs: waitMs },
        };
      const { passwordHash } = watched;
      if (Number(context.req.header('content-length') ?? mostBodyBytes) >= mostBodyBytes)
        return context.body(null, 413);
      const { password } = await context.req.parseBody();
      const known =
        passwordHash === null || (typeof password === 'string' && (await isPassword(password, passwordHash)));
      const words = wordsOf(context);
      if (!known) return show(context, passwordPage(words, path, words.wrongPassword), 403);
      if (passwordHash !== null) {
        const pass = makePass(watched.shareId, passwordHash, parts.now() + passMs);
        const secure = options.isSecure(context) ? '; Secure' : '';
        context.header(
          'set-cookie',
          `watch=${pass}; Path=${path}; Max-Age=${passMs / 1_000}; HttpOnly; SameSite=Lax${secure}`,
        );
      }
      return context.redirect(path, 303);
    },
    refuseOnPage,
  );
  visit('/watch/:token/film', 'GET', async (_context, { watched, isOpen }) => {
    const objectKey = watched.cut?.objectKey ?? null;
    if (!isOpen || objectKey === null || parts.storage === null) return options.nothing;
    const sent = await streamFilm(parts.storage, objectKey);
    return sent.ok ? sent.value : sent.fault;
  });
  visit('/watch/:token/captions', 'GET', async (context, { watcher, watched, isOpen }) => {
    if (!isOpen) return options.nothing;
    const captions = await shares.watchedCaptions(watcher, watched.projectId);
    if (!captions.ok) return captions.fault;
    if (captions.value === null) return options.nothing;
    return context.body(captions.value, 200, {
      'content-type': 'text/vtt; charset=utf-8',
      'cache-control': 'no-store',
    });
  });
  visit('/watch/:token/comments', 'GET', async (context, { watcher, watched, isOpen }) => {
    if (!isOpen) return options.nothing;
    const after = Number(context.req.query('after') ?? 0);
    const place = Number.isSafeInteger(after) && after >= 0 ? after : 0;
    const page = await shares.watchedComments(watcher, watched.projectId, place);
    return page.ok ? context.json(page.value) : page.fault;
  });
  visit('/watch/:token/comments', 'POST', async (context, { watcher, watched, isOpen, maySay }) => {
    if (!isOpen) return options.nothing;
    if (watched.areCommentsClosed)
      return { code: 'sync.no-access', message: 'Comments by this link are closed. Nothing was added.' };
    const waitMs = maySay();
    if (waitMs !== null)
      return {
        code: 'sync.busy',
        message: 'That was tried too often. Wait a moment, then try again.',
        detail: { retryAfterMs: waitMs },
      };
    const isOurs = (context.req.header('sec-fetch-site') ?? 'same-origin') === 'same-origin';
    const isJson = context.req.header('content-type')?.startsWith('application/json') === true;
    const body = isOurs && isJson ? await readJsonBody(context.req.raw, mostBodyBytes) : ok(undefined);
    if (!body.ok) return body.fault;
    const said = parseAs(SaidComment, body.value);
    if (!said.ok) return said.fault;
    const kept = await shares.sayAsWatcher(watcher, watched, said.value);
    if (!kept.ok) return kept.fault;
    parts.heads.commented({ id: watched.projectId, commentSeq: kept.value.seq });
    return context.json(kept.value);
  });
}

function readPage(name: string): string {
  return readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8');
}
