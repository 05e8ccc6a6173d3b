/**
 * Who calls, for limits: the other end of the connection, or what the proxies of one's own say of it. Each proxy adds the address
 * that it saw to the end of `x-forwarded-for`; what stands before those of `hops` proxies anybody may have written.
 */
export function callerAddress(remote: string, forwarded: string | undefined, hops: number): string {
  if (hops === 0) return remote;
  const seen = (forwarded ?? '').split(',').map((part) => part.trim());
  return seen.at(-hops) || remote;
}
