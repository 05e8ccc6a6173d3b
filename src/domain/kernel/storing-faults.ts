import type { Fault } from './result.ts';

/** Why a drive takes nothing now and may take it later: full, write-protected, busy, or away. */
const codes: ReadonlySet<string> = new Set([
  'store.disk-full',
  'store.read-only',
  'store.no-access',
  'store.no-folder',
  'store.busy',
  'store.drive-failed',
]);

/** Whether what was refused may be stored as it is once the drive takes changes again. */
export function mayBeStoredLater({ code }: Pick<Fault, 'code'>): boolean {
  return codes.has(code);
}
