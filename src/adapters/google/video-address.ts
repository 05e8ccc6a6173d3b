import { ok, type Result } from '../../domain/kernel/result.ts';
import { googleHost, say } from './google-access.ts';

/** Where Google's own host sends a download on to. These never see the key. */
function isStore({ hostname }: URL): boolean {
  return hostname === 'storage.googleapis.com' || hostname.endsWith('.googleusercontent.com');
}

/** An address that a clip may be fetched from: by https, at Google. A stand-in's own addresses are its own. */
export function resolveVideo(address: string, origin: URL | null): Result<URL> {
  const url = URL.parse(address);
  if (url !== null && origin !== null && url.origin === origin.origin) return ok(url);
  const plain =
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '';
  if (url === null || !plain || (url.hostname !== googleHost && !isStore(url))) {
    return { ok: false, fault: say.addressRefused(address.slice(0, 120)) };
  }
  return ok(origin === null ? url : new URL(`${url.pathname}${url.search}`, origin));
}

/** Only Google's own host is sent the key; with a stand-in, what stands in for it. */
export function takesKey(url: URL, origin: URL | null): boolean {
  if (origin !== null) return url.origin === origin.origin && url.pathname.startsWith('/v1beta/');
  return url.protocol === 'https:' && url.hostname === googleHost;
}
