import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { type CutState, cutPieceBytes, NewCut } from '../../domain/sync/share-messages.ts';
import { type Plan, quotas } from '../plans.ts';
import { parseAs, type Route } from '../route.ts';

const PieceQuery = z.object({ at: z.coerce.number().int().nonnegative() });
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The film that a project's links show: announced, sent in pieces, announced again. docs/sync.md, "Sharing". */
export const cutRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/projects/:id/cut',
    hasBody: true,
    async answer({ caller: { claims, plan }, params: { id = '' }, body, parts }) {
      const cut = parseAs(NewCut, body);
      if (!cut.ok) return cut;
      const { sha256, bytes } = cut.value;
      const shown = await parts.database.shares.cut(claims, id);
      if (!shown.ok) return shown;
      const fits = mayHold(plan, bytes);
      if (!fits.ok) return fits;
      const at = await parts.cutFiles.begin(id, sha256, shown.value?.sha256 ?? null);
      if (at < bytes) return ok({ at, published: false } satisfies CutState);
      const whole = await parts.cutFiles.finish(id, sha256, bytes);
      if (!whole.ok) return whole;
      const published = await parts.database.shares.publishCut(claims, id, cut.value);
      if (!published.ok) return published;
      await parts.cutFiles.keepOnly(id, sha256);
      return ok({ at: bytes, published: true } satisfies CutState);
    },
  },
  {
    method: 'PUT',
    path: '/api/projects/:id/cut/:sha256',
    async answer({ caller: { claims, plan }, params: { id = '', sha256 = '' }, query, readBytes, parts }) {
      const asked = parseAs(PieceQuery, query);
      if (!asked.ok) return asked;
      const name = parseAs(Sha256, sha256);
      if (!name.ok) return name;
      const allowed = await parts.database.shares.cut(claims, id);
      if (!allowed.ok) return allowed;
      const piece = await readBytes(cutPieceBytes);
      if (!piece.ok) return piece;
      const fits = mayHold(plan, asked.value.at + piece.value.byteLength);
      if (!fits.ok) return fits;
      const at = await parts.cutFiles.write(id, name.value, asked.value.at, piece.value);
      return ok({ at, published: false } satisfies CutState);
    },
  },
];

function mayHold(plan: Plan, bytes: number): Result<void> {
  const { cutBytes } = quotas[plan];
  if (bytes <= cutBytes) return ok(undefined);
  return fail(
    'sync.over-quota',
    `This plan shares films of up to ${cutBytes / 1024 ** 3} GB. Nothing was sent. Choose a smaller format, or change the plan.`,
    { cutBytes },
  );
}
