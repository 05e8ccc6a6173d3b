import type { Claims } from '../../adapters/neon/claims.ts';
import type { ExportPlace } from '../../adapters/neon/data-rights.ts';
import type { SyncDatabase } from '../../adapters/neon/sync-database.ts';

/**
 * Everything of an account as lines of JSON, `{"table": …, "row": …}`, read from the database as fast as the caller takes them. The
 * last line is `{"complete": true}`: a file without it was broken off.
 */
export function exportAccount(
  database: Pick<SyncDatabase, 'exportPage'>,
  claims: Claims,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let place: ExportPlace = { table: 0, offset: 0 };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const page = await database.exportPage(claims, place);
      if (!page.ok) {
        controller.error(new Error(page.fault.message));
        return;
      }
      const { table, rows, next } = page.value;
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
