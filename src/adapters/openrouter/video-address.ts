import { ok, type Result } from '../../domain/kernel/result.ts';
import { allowAddress } from '../../net/allow-address.ts';
import { openRouterHost, say } from './openrouter-access.ts';

/** Stores that OpenRouter's own address may lead on to. These never see the key. */
const stores = ['openrouter.ai', 'storage.googleapis.com', 'r2.cloudflarestorage.com', 'r2.dev'] as const;

/** An address that a clip may be fetched from: by https, at OpenRouter or its stores. A stand-in's own addresses are its own. */
export function resolveContent(address: string, origin: URL | null): Result<URL> {
  const url = allowAddress(address, origin, ({ hostname }) =>
    stores.some((host) => hostname === host || hostname.endsWith(`.${host}`)),
  );
  return url === null ? { ok: false, fault: say.addressRefused(address.slice(0, 120)) } : ok(url);
}

/** Only OpenRouter's own interface is sent the key; with a stand-in, what stands in for it. */
export function takesKey(url: URL, origin: URL | null): boolean {
  const host =
    origin === null
      ? url.hostname === openRouterHost && url.protocol === 'https:'
      : url.origin === origin.origin;
  return host && url.pathname.startsWith('/api/v1/');
}
