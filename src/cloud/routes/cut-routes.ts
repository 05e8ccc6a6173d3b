import type { MediaFile } from '../../adapters/neon/media.ts';
import { objectKeyOf } from '../../adapters/neon/media-keys.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { type CutState, NewCut } from '../../domain/sync/share-messages.ts';
import { type Plan, quotas } from '../plans.ts';
import type { MediaStorage } from '../ports/media-storage.ts';
import { parseAs, type Route } from '../route.ts';
import { mediaOf } from './media-routes.ts';

/** ISO 14496-12: the length and kind of a file's first box, and its brand. */
const beginningBytes = 12;

/** The film that a project's links show: sent like any file of the project, then announced. docs/sync.md, "Sharing". */
export const cutRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/projects/:id/cut',
    hasBody: true,
    async answer(call): Promise<Result<CutState>> {
      const { caller, parts, params } = call;
      const { id = '' } = params;
      const cut = parseAs(NewCut, call.body);
      if (!cut.ok) return cut;
      const { shares, media } = parts.database;
      const allowed = await shares.cut(caller.claims, id);
      if (!allowed.ok) return allowed;
      const fits = mayHold(caller.plan, cut.value.bytes);
      if (!fits.ok) return fits;
      const kept = mediaOf(call);
      if (!kept.ok) return kept;
      const file = await media.toFetch(caller.claims, id, cut.value.sha256);
      if (!file.ok) return file.fault.code === 'sync.no-media' ? ok({ published: false }) : file;
      const film = await isFilm(kept.value.storage, file.value, cut.value);
      if (!film.ok) return film;
      const published = await shares.publishCut(caller.claims, id, cut.value, objectKeyOf(file.value));
      if (!published.ok) return published;
      parts.sweeper?.wake();
      return ok({ published: true });
    },
  },
];

/** Faults: `sync.bad-request` where it is no MP4, or of another length than announced. */
async function isFilm(storage: MediaStorage, file: MediaFile, { bytes }: NewCut): Promise<Result<void>> {
  const beginning = await storage.beginning(objectKeyOf(file), beginningBytes);
  if (!beginning.ok) return beginning;
  const kind = Buffer.from(beginning.value ?? []).toString('latin1', 4, 8);
  if (file.bytes === bytes && kind === 'ftyp') return ok(undefined);
  return fail(
    'sync.bad-request',
    'The film that came is not the one that was announced, or no MP4. Links show what they showed before.',
  );
}

function mayHold(plan: Plan, bytes: number): Result<void> {
  const { cutBytes } = quotas[plan];
  if (bytes <= cutBytes) return ok(undefined);
  return fail(
    'sync.over-quota',
    `This plan shares films of up to ${cutBytes / 1024 ** 3} GB. Nothing was sent. Choose a smaller format, or change the plan.`,
    { cutBytes },
  );
}
