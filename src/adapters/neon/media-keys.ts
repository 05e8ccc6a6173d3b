import { randomBytes } from 'node:crypto';
import type { mediaFiles } from './schema/media-tables.ts';

type Named = Pick<typeof mediaFiles.$inferSelect, 'owner' | 'sha256' | 'objectKey'>;

/**
 * A name in the storage that no other file ever had or gets: what is removed late is never a file that was sent anew meanwhile.
 * Owners share nothing, not even equal bytes: knowing a hash gives nobody a file.
 */
export function newObjectKey(owner: string, sha256: string): string {
  return `${folderOf(owner)}/${randomBytes(9).toString('base64url')}/${sha256}`;
}

/** Under which name the storage has a file. */
export function objectKeyOf({ owner, sha256, objectKey }: Named): string {
  return objectKey ?? `${folderOf(owner)}/${sha256}`;
}

function folderOf(owner: string): string {
  const [kind = '', ...id] = owner.split(':');
  // Ids of the account service are plain words; anything else may not find its way out of the folder.
  return `${kind}/${Buffer.from(id.join(':'), 'utf8').toString('base64url')}`;
}
