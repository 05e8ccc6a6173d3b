import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { StudioParts } from '../studio-parts.ts';

/** Whether a call may name a file of this computer; `host.no-file-access` where its host allows uploads only. */
export function requireFileAccess({ access }: Pick<StudioParts, 'access'>): Result<void> {
  if (access === 'any') return ok(undefined);
  return fail(
    'host.no-file-access',
    'From here the studio reads only files that were sent to it, and writes only to its folder for films. Nothing was read or written. Choose the file again, or give a file name for the film.',
  );
}
