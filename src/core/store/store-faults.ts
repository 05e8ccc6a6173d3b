import Database from 'better-sqlite3';
import { type Fault, FaultError } from '../../domain/kernel/result.ts';

/**
 * The fault behind anything that SQLite or the file system throws while `home` is being used. Each sentence names the
 * folder, because the person has to do something about that place.
 */
export function storeFaultOf(thrown: unknown, home: string): Fault {
  if (thrown instanceof FaultError) return thrown.fault;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  const cause = codeOf(thrown);
  const fault = (code: Fault['code'], message: string): Fault => ({
    code,
    message,
    detail: { cause, reason },
  });

  if (cause === 'SQLITE_FULL' || cause === 'ENOSPC' || cause === 'EDQUOT') {
    return fault(
      'store.disk-full',
      `The drive that holds ${home} is full: nothing more can be saved there. Everything saved before is kept. Free some space and try again.`,
    );
  }
  if (cause.startsWith('SQLITE_READONLY') || cause === 'EROFS') {
    return fault(
      'store.read-only',
      `${home} cannot be written to, so nothing was saved. What is stored there is unchanged. Make the folder writable, or choose another data folder with --home.`,
    );
  }
  if (cause.startsWith('SQLITE_CANTOPEN') || /^(SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM)$/.test(cause)) {
    return fault(
      'store.no-access',
      `${home} may not be opened by this user, so nothing was read or saved. Change its permissions, or choose another data folder with --home.`,
    );
  }
  if (/^(ENOTDIR|EEXIST|ENOENT|ENAMETOOLONG|ELOOP)$/.test(cause)) {
    return fault(
      'store.no-folder',
      `${home} cannot be used as a data folder (${reason}). Nothing was changed. Choose another one with --home.`,
    );
  }
  // JSON that does not parse was JSON when it was written.
  const damaged =
    cause.startsWith('SQLITE_CORRUPT') || cause === 'SQLITE_NOTADB' || thrown instanceof SyntaxError;
  if (damaged) {
    return fault(
      'store.damaged',
      `The database in ${home} is damaged. Nothing was changed. Close Reelwright and start it again: it will open the newest good copy and say what was lost.`,
    );
  }
  if (cause.startsWith('SQLITE_BUSY') || cause.startsWith('SQLITE_LOCKED')) {
    return fault(
      'store.busy',
      `Another program is using the database in ${home}, so the last change was not saved. Close that program and try again.`,
    );
  }
  if (cause.startsWith('SQLITE_IOERR') || cause === 'EIO') {
    return fault(
      'store.drive-failed',
      `The drive that holds ${home} could not be read or written. Everything saved before is kept. Check the drive and try again.`,
    );
  }
  return fault('store.unexpected', `The database in ${home} could not be used: ${reason}.`);
}

function codeOf(thrown: unknown): string {
  if (thrown instanceof Database.SqliteError) return thrown.code;
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return '';
}
