import { ok, type Result } from '../../domain/kernel/result.ts';
import { openRouterHost, say } from './openrouter-access.ts';

/** Stores that OpenRouter's own address may lead on to. These never see the key. */
const stores = ['openrouter.ai', 'storage.googleapis.com', 'r2.cloudflarestorage.com', 'r2.dev'] as const;

/** An address that a clip may be fetched from: by https, at OpenRouter or its stores. A stand-in's own addresses are its own. */
export function resolveContent(address: string, origin: URL | null): Result<URL> {
  const url = URL.parse(address);
  if (url !== null && origin !== null && url.origin === origin.origin) return ok(url);
  const plain =
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '';
  const known =
    url !== null && stores.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  if (url === null || !plain || !known) {
    return { ok: false, fault: say.addressRefused(address.slice(0, 120)) };
  }
  return ok(origin === null ? url : new URL(`${url.pathname}${url.search}`, origin));
}

/** Only OpenRouter's own interface is sent the key; with a stand-in, what stands in for it. */
export function takesKey(url: URL, origin: URL | null): boolean {
  const host =
    origin === null
      ? url.hostname === openRouterHost && url.protocol === 'https:'
      : url.origin === origin.origin;
  return host && url.pathname.startsWith('/api/v1/');
}
