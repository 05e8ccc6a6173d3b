import { ok, type Result } from '../../domain/kernel/result.ts';
import { allowAddress } from '../../net/allow-address.ts';
import { googleHost, say } from './google-access.ts';

/** Where Google's own host sends a download on to. These never see the key. */
function isStore({ hostname }: URL): boolean {
  return hostname === 'storage.googleapis.com' || hostname.endsWith('.googleusercontent.com');
}

/** An address that a clip may be fetched from: by https, at Google. A stand-in's own addresses are its own. */
export function resolveVideo(address: string, origin: URL | null): Result<URL> {
  const url = allowAddress(address, origin, (asked) => asked.hostname === googleHost || isStore(asked));
  return url === null ? { ok: false, fault: say.addressRefused(address.slice(0, 120)) } : ok(url);
}

/** Only Google's own host is sent the key; with a stand-in, what stands in for it. */
export function takesKey(url: URL, origin: URL | null): boolean {
  if (origin !== null) return url.origin === origin.origin && url.pathname.startsWith('/v1beta/');
  return url.protocol === 'https:' && url.hostname === googleHost;
}
