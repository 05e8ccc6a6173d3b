import { z } from 'zod';
import { ok } from '../../domain/kernel/result.ts';
import { exportAccount } from '../data-rights/export-account.ts';
import { keyOf } from '../media/upload-media.ts';
import { parseAs, type Route } from '../route.ts';

/** Typed by the person: nobody deletes an account by a slip. */
const confirmation = 'delete my account';
const Deletion = z.object({ confirm: z.literal(confirmation) });

/** What the answer to a deletion says, and docs/deploy.md with it. */
const kept = [
  'Projects of organisations, what you wrote in them, and their audit list stay with the organisation until its owner deletes them.',
  'The id of this session is kept for a day, so that its last token is refused.',
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
        new Response(exportAccount(parts.database, claims), {
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
      for (const projectId of deleted.value.projectIds) await parts.cutFiles.removeProject(projectId);
      const { projectIds, files } = deleted.value;
      const owner = `u:${claims.userId}`;
      let filesLeft = 0;
      for (const sha256 of files) {
        const removed = await parts.storage?.remove(keyOf({ owner, sha256 }));
        if (removed?.ok !== true) filesLeft += 1;
      }
      return ok({
        deleted: { projects: projectIds.length, files: files.length - filesLeft },
        filesLeft,
        kept,
      });
    },
  },
];
