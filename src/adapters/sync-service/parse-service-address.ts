import { fail, ok, type Result } from '../../domain/kernel/result.ts';

/**
 * The address of a sync service as whoever runs this computer set it: https anywhere, a private network included, or plain http
 * on this computer. Nothing but an origin: paths are the protocol's.
 */
export function parseServiceAddress(variable: string, text: string): Result<URL> {
  const url = URL.parse(text.trim());
  const loopback = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const bare =
    url !== null &&
    [url.search, url.hash, url.username, url.password].every((part) => part === '') &&
    url.pathname === '/';
  if (url !== null && bare && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback)))
    return ok(url);
  return fail(
    'settings.service-url-refused',
    `${variable} is "${text}", but a sync service has an address such as https://sync.example.org. Projects are kept on this computer only. Correct or remove it.`,
  );
}
