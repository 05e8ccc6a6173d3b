import { type Fault, faultOf } from '../../../domain/kernel/result.ts';
import type { ExportTarget } from './check-target.ts';

/**
 * What went wrong, in terms of the file that a person asked for: temporary names mean nothing to them, and what
 * matters to know is that the file that was there before is untouched.
 */
export function exportFailure(thrown: unknown, target: ExportTarget, partial: string): Fault {
  const fault = isFault(thrown) ? thrown : systemFault(thrown);
  const kept = `${target.path} is as it was before.`;
  switch (fault.code) {
    case 'worker.cancelled':
      return { code: 'export.cancelled', message: `The export was cancelled; ${kept}` };
    case 'worker.died':
      return {
        code: 'export.crashed',
        message: `The program that writes the film stopped before it was complete; ${kept} Export it again; if it stops again, one of the media is probably damaged.`,
        ...(fault.detail === undefined ? {} : { detail: fault.detail }),
      };
    case 'disk.full':
    case 'disk.not-writable':
    case 'disk.no-such-folder':
      return { ...fault, message: `${fault.message.replaceAll(partial, target.path)} ${kept}` };
    default:
      return {
        ...fault,
        message: `${fault.message.replaceAll(partial, target.path)} The film was not written; ${kept}`,
      };
  }
}

function isFault(thrown: unknown): thrown is Fault {
  return typeof thrown === 'object' && thrown !== null && !(thrown instanceof Error) && 'code' in thrown;
}

function systemFault(thrown: unknown): Fault {
  const code = (thrown as NodeJS.ErrnoException | null)?.code;
  const words = faultOf(thrown).message;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk.full', message: 'The disk is full: free some space and try again.' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'disk.not-writable', message: `The film could not be put in its place (${words}).` };
    default:
      return faultOf(thrown, 'export.failed');
  }
}

/** The folder for films cannot be made. */
export function folderFailure(thrown: unknown, folder: string): Fault {
  const { code, message } = systemFault(thrown);
  return {
    code: code === 'export.failed' ? 'export.folder-unusable' : code,
    message: `The folder for films, ${folder}, cannot be made (${message}). Nothing was written; make it by hand, or name another when the studio starts.`,
  };
}
