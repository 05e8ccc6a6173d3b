import { patchOf, type RecordChange, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { markEdited } from '../../scenes/commands/mark-edited.ts';
import { readableText } from '../../scenes/language/readable-text.ts';
import type { SourceBlock } from '../../scenes/not-filmed.ts';
import type { Shot } from '../shot.ts';
import { requireShot } from './breakdown-rows.ts';

/** The name under which the words of a story are told; see `isNarrator`. */
export const narratorSpeaker = 'NARRATOR';

const proseKinds: ReadonlySet<SourceBlock['kind']> = new Set(['paragraph', 'quote']);
const toldKinds: ReadonlySet<SourceBlock['kind']> = new Set([...proseKinds, 'action']);

/**
 * Lets a narrator say the words that shots film, as their lines: of these shots, or for null of all that film prose. A shot in
 * which somebody speaks keeps its line, and a title is read by whoever looks. The lines can be edited and taken away like any other.
 *
 * Refusals: `shot.not-found`.
 */
export function narrateShots(
  { shots, blocks }: { readonly shots: readonly Shot[]; readonly blocks: readonly SourceBlock[] },
  shotIds: readonly string[] | null,
): Result<RecordsPatch> {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const told = shotIds === null ? proseKinds : toldKinds;
  const changes: (RecordChange | null)[] = [];
  for (const id of shotIds ?? shots.map((shot) => shot.id)) {
    const found = requireShot(shots, id);
    if (!found.ok) return found;
    const shot = found.value;
    if (shot.dialogue !== null || shot.kind === 'title') continue;
    const words = shot.covers.map(({ blockId, start, end }) => {
      const block = byId.get(blockId);
      return block !== undefined && told.has(block.kind) ? readableText(block.text.slice(start, end)) : '';
    });
    const text = words.filter((piece) => piece !== '').join(' ');
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const dialogue = { speaker: narratorSpeaker, text, parenthetical: null, offScreen: true };
    const editedFields = markEdited(shot.editedFields, ['dialogue']);
    changes.push(updateChange<Shot>('shot', shot, { dialogue, editedFields }));
  }
  return ok(patchOf(changes));
}
