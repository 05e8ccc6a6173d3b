import { fail, ok, type Result } from '../domain/kernel/result.ts';

/**
 * Reads an origin on this computer from an environment variable: a stand-in for a provider's servers. Nothing but the
 * loopback is taken, so that no setting can lead a key elsewhere.
 */
export function parseLoopbackOrigin(variable: string, text: string): Result<URL> {
  const url = URL.parse(text);
  const loopback = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const bare =
    url !== null && url.pathname === '/' && url.search === '' && url.username === '' && url.hash === '';
  if (url !== null && loopback && bare && (url.protocol === 'http:' || url.protocol === 'https:'))
    return ok(url);
  return fail(
    'settings.provider-url-refused',
    `${variable} is "${text}", but it may only name a server on this computer, such as http://127.0.0.1:8787. Nothing was sent. Correct or remove it.`,
  );
}
