/**
 * The address that is really asked for one that an answer names; null for one that must not be. Only plain https (no port, no
 * name or password in it) of hosts that `isAllowed` knows. With `origin`, a stand-in on this computer, its own addresses are
 * taken as they are, and those of the hosts are led to it with path and query unchanged.
 */
export function allowAddress(
  address: string,
  origin: URL | null,
  isAllowed: (url: URL) => boolean,
): URL | null {
  const url = URL.parse(address);
  if (url === null) return null;
  if (origin !== null && url.origin === origin.origin) return url;
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  if (!plain || !isAllowed(url)) return null;
  return origin === null ? url : new URL(`${url.pathname}${url.search}`, origin);
}
