import { z } from 'zod';
import { refusal } from '../../core/serving/refusal.ts';
import type { Door } from './door.ts';
import { type DoorScene, doorPage, doorScript, doorStyle } from './door-page.ts';
import { doorWords } from './door-words.ts';

export const cookieName = 'reelwright';
const TicketBody = z.strictObject({ ticket: z.string().length(64) });
const longestBodyBytes = 1_000;

/** What is answered before anybody is let in; null for all else. `known` callers have the cookie already. */
export async function answerDoor(request: Request, door: Door, known: boolean): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  const { method } = request;
  if (pathname === '/session') {
    return method === 'POST'
      ? exchange(request, door, known)
      : refusal(405, 'This takes POST only.', { allow: 'POST' });
  }
  if (method !== 'GET' && method !== 'HEAD') return null;
  switch (pathname) {
    case '/enter':
      return page(request, 'enter', 200);
    case '/favicon.ico':
      // Browsers ask for it unasked.
      return new Response(null, { status: 204 });
    case '/door.js':
      return asset(doorScript, 'text/javascript; charset=utf-8');
    case '/door.css':
      return asset(doorStyle, 'text/css; charset=utf-8');
    default:
      return null;
  }
}

/** For a browser without the cookie: a page where one is shown, a sentence elsewhere. */
export function answerStranger(request: Request): Response {
  const wantsPage = request.headers.get('accept')?.includes('text/html') ?? false;
  if (wantsPage) return page(request, 'stranger', 401);
  return refusal(
    401,
    'The studio does not know this caller. Open the address that it printed when it was started.',
  );
}

export function answerForeign(request: Request): Response {
  return page(request, 'foreign', 403);
}

/** A POST from our own page only (the gate has checked that), so no link and no picture can use up a ticket. */
async function exchange(request: Request, door: Door, known: boolean): Promise<Response> {
  const ticket = await readTicket(request);
  if (ticket === null) return refusal(400, 'There is no ticket in this.');
  if (!known && !door.use(ticket)) return refusal(403, 'This ticket is not good, or was used before.');
  const cookie = `${cookieName}=${door.pass}; Path=/; HttpOnly; SameSite=Strict`;
  return new Response(null, { status: 204, headers: { 'set-cookie': cookie, 'cache-control': 'no-store' } });
}

async function readTicket(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? Number.NaN) <= longestBodyBytes) {
    const body = TicketBody.safeParse(await request.json().catch(() => null));
    return body.success ? body.data.ticket : null;
  }
  return null;
}

function page(request: Request, scene: DoorScene, status: number): Response {
  const words = doorWords(request.headers.get('accept-language') ?? undefined);
  return new Response(doorPage(scene, words), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'accept-language',
    },
  });
}

function asset(text: string, type: string): Response {
  return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
}
