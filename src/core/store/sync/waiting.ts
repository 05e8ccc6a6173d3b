/**
 * How the outbox says what of a row waits. A row's place in line (`latest`) is the stamp of its newest write and its number in
 * that write, `<stamp>!000007`, so that a batch may end between two rows of one commit. `since` is where its oldest unsent
 * write stood: from that stamp on this device's registers wait; with `*` at the end all registers do, whoever wrote them; with `~`
 * those up to that stamp are sent and the later ones wait.
 */
export const placeInLine = (stamp: string, number: number): string =>
  `${stamp}!${String(number).padStart(6, '0')}`;

export const allOf = (place: string): string => `${place}*`;

/** Whether a register of `stamp` waits in a row that is in line since `since`. */
export function waitsSince(since: string, deviceId: string): (stamp: string) => boolean {
  const end = since.at(-1);
  if (end === '*') return () => true;
  const own = `-${deviceId}`;
  const from = since.slice(0, since.indexOf('!'));
  return end === '~'
    ? (stamp) => stamp > from && stamp.endsWith(own)
    : (stamp) => stamp >= from && stamp.endsWith(own);
}
