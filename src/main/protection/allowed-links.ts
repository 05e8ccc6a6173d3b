/** Pages outside that the studio itself links to: hosts, https only. */
const allowedHosts = new Set([
  'fal.ai',
  'www.fal.ai',
  'docs.fal.ai',
  'replicate.com',
  'aistudio.google.com',
  'platform.openai.com',
  'openrouter.ai',
  'dash.cloudflare.com',
  'github.com',
  // Signing in with an account there; GitHub's pages for it are on the host above.
  'accounts.google.com',
]);

/**
 * The address, parsed and written again, where it is one that the studio may give to the system's browser; null for all
 * else: another scheme, a host that is not on the list, a user name, a port.
 */
export function allowedLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const plain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && plain && allowedHosts.has(url.hostname) ? url.href : null;
}
