import type { Claims } from '../../adapters/neon/claims.ts';
import type { ExportPlace } from '../../adapters/neon/data-rights.ts';
import type { MediaFile } from '../../adapters/neon/media.ts';
import { objectKeyOf } from '../../adapters/neon/media-keys.ts';
import type { CloudParts } from '../route.ts';

/** How long the addresses in an export hold: whoever exports today fetches today. */
const addressS = 24 * 3_600;

/**
 * Everything of an account as lines of JSON, `{"table": …, "row": …}`, read from the database as fast as the caller takes them. Files
 * of the storage come as rows with an address to fetch them by (`fetch`, null where there is none just now). The last line is
 * `{"complete": true}`: a file without it was broken off.
 */
export function exportAccount(
  { database, storage, now }: Pick<CloudParts, 'database' | 'storage' | 'now'>,
  claims: Claims,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let place: ExportPlace = { table: 0, offset: 0 };
  const withAddress = async (row: unknown): Promise<unknown> => {
    const file = row as MediaFile;
    const untilMs = now() + addressS * 1_000;
    const asked =
      file.storedAtMs === null ? undefined : await storage?.getAddress(objectKeyOf(file), addressS);
    return { ...file, fetch: asked?.ok === true ? { ...asked.value, untilMs } : null };
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const page = await database.exportPage(claims, place);
      if (!page.ok) {
        controller.error(new Error(page.fault.message));
        return;
      }
      const { table, next } = page.value;
      const rows =
        table === 'media_files' ? await Promise.all(page.value.rows.map(withAddress)) : page.value.rows;
      const lines = rows.map((row) => `${JSON.stringify({ table, row })}\n`);
      if (next === null) lines.push(`${JSON.stringify({ complete: true })}\n`);
      // An empty piece would not wake the stream: the next pull brings the next table.
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')));
      if (next === null) controller.close();
      else {
        place = next;
        if (lines.length === 0) await this.pull?.(controller);
      }
    },
  });
}
