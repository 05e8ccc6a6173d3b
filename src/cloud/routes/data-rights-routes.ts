import { z } from 'zod';
import { ok } from '../../domain/kernel/result.ts';
import { exportAccount } from '../data-rights/export-account.ts';
import { parseAs, type Route } from '../route.ts';

/** Typed by the person: nobody deletes an account by a slip. */
const confirmation = 'delete my account';
const Deletion = z.object({ confirm: z.literal(confirmation) });

/** What the answer to a deletion says, and docs/deploy.md with it. */
const kept = [
  'Projects of organisations, what you wrote in them, and their audit list stay with the organisation until its owner deletes them.',
  'The id of this session is kept for a day, so that its last token is refused.',
  'Files that the storage did not remove just now (filesLeft) are removed as soon as it answers; until then their names are kept, and nothing else of them.',
  'Backups of the database hold what was deleted for as long as whoever runs the service keeps them.',
  'Your sign-in itself (name, address, password) is deleted at the account service, not here.',
  'What is on your devices stays there.',
];

export const dataRightsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/account/export',
    async answer({ caller: { claims }, parts }) {
      const noted = await parts.database.noteExport(claims);
      if (!noted.ok) return noted;
      return ok(
        new Response(exportAccount(parts, claims), {
          headers: {
            'content-type': 'application/x-ndjson',
            'content-disposition': 'attachment; filename="reelwright-account.jsonl"',
          },
        }),
      );
    },
  },
  {
    method: 'DELETE',
    path: '/api/account',
    hasBody: true,
    async answer({ caller: { claims }, body, parts }) {
      const asked = parseAs(Deletion, body);
      if (!asked.ok) return asked;
      const deleted = await parts.database.deleteAccount(claims);
      if (!deleted.ok) return deleted;
      // What the storage does not lose now it loses by itself: the list of it outlives the account by that long.
      await parts.sweeper?.remove();
      const waiting = await parts.database.media.keeper.waiting(`u:${claims.userId}`);
      const { projects, files } = deleted.value;
      const filesLeft = waiting.ok ? waiting.value.files : files;
      return ok({
        deleted: { projects, files: files - Math.min(files, filesLeft) },
        filesLeft,
        kept,
      });
    },
  },
];
