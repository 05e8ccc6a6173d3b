import type { IncomingHttpHeaders } from 'node:http';

/** What a request says of itself, as far as it decides who may come in. */
export interface Caller {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** Whether the connection is to become a WebSocket. */
  readonly upgrade: boolean;
}

export type Verdict = 'pass' | 'wrong-host' | 'wrong-origin' | 'foreign-site';

/**
 * Whether a request was made by a page of ours or typed by a person, whoever that is. The names must be exact: a page
 * whose name was pointed at this computer (DNS rebinding) sends its own name as Host and Origin.
 */
export function judgeCaller({ method, headers, upgrade }: Caller, host: string): Verdict {
  if (headers.host !== host) return 'wrong-host';
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign-site';
  const origin = headers.origin;
  const mustSay = upgrade || (method !== 'GET' && method !== 'HEAD');
  if (origin === undefined ? mustSay : origin !== `http://${host}`) return 'wrong-origin';
  return 'pass';
}

/** The value of our cookie; null where there is none. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
