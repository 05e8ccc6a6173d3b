import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { allowAddress } from '../../net/allow-address.ts';

/** Hosts that may see the key. Exact names: a suffix would take in whatever else is served under it. */
const keyHosts: readonly string[] = ['queue.fal.run', 'rest.fal.ai', 'api.fal.ai'];

/** Where Fal stores files. Never sent a key. */
function isMediaHost({ hostname, pathname }: URL): boolean {
  if (hostname === 'fal.media' || hostname.endsWith('.fal.media')) return true;
  return hostname === 'storage.googleapis.com' && pathname.startsWith('/falserverless/');
}

export interface FalAddresses {
  /** Set when every address is led to a server on this computer. */
  readonly origin: URL | null;
  /** An address that may be asked with the key. */
  keyed(address: string): Result<URL>;
  /** An address that a file may be fetched from or put to, without the key. */
  media(address: string): Result<URL>;
}

/**
 * Which addresses are spoken to. Whatever an answer names, the key goes to Fal's own hosts and files come from Fal's
 * stores, by https. With `origin` (a loopback server) each of these hosts is replaced by it, the path unchanged; it alone
 * may be http.
 */
export function createFalAddresses(origin: URL | null): FalAddresses {
  const check = (address: string, allowed: (url: URL) => boolean, what: string): Result<URL> => {
    const url = allowAddress(address, origin, allowed);
    return url === null ? refused(address, what) : ok(url);
  };
  return {
    origin,
    keyed: (address) =>
      check(address, (url) => keyHosts.includes(url.hostname), 'a host of Fal that takes the key'),
    media: (address) => check(address, isMediaHost, 'a store that Fal keeps files in'),
  };
}

function refused(address: string, what: string): Result<URL> {
  return fail(
    'provider.address-refused',
    `Fal's answer named an address that is not ${what}: ${address.slice(0, 120)}. Nothing was sent there. Look at the request on fal.ai.`,
  );
}
