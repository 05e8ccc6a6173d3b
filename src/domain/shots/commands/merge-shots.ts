import { patchOf, type RecordsPatch, removeChange, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { markEdited } from '../../scenes/commands/mark-edited.ts';
import { joinCovers } from '../reconcile/hand-coverage.ts';
import type { DialogueLine, Shot } from '../shot.ts';
import { shotsInFilmOrder } from '../shot-numbers.ts';
import { type BreakdownRows, requireShot } from './breakdown-rows.ts';

/**
 * Makes one shot of two neighbours of a scene: the first keeps its set-up and takes, and gets the second's words,
 * length, people and transition.
 *
 * Refusals: `shot.not-found`, `shot.not-neighbours`, `shot.two-speakers`.
 */
export function mergeShots(
  { scenes, shots }: BreakdownRows,
  firstId: string,
  secondId: string,
): Result<RecordsPatch> {
  const first = requireShot(shots, firstId);
  if (!first.ok) return first;
  const second = requireShot(shots, secondId);
  if (!second.ok) return second;
  const [a, b] = [first.value, second.value];
  const own = shotsInFilmOrder(scenes, shots).filter(({ sceneId }) => sceneId === a.sceneId);
  if (own[own.findIndex(({ id }) => id === firstId) + 1]?.id !== secondId) {
    return fail(
      'shot.not-neighbours',
      'Only a shot and the next one of its scene become one. Both are kept; move them together first.',
    );
  }
  if (a.dialogue !== null && b.dialogue !== null && a.dialogue.speaker !== b.dialogue.speaker) {
    return fail(
      'shot.two-speakers',
      `A shot has one speaker, and here ${a.dialogue.speaker} and ${b.dialogue.speaker} speak. Both shots are kept.`,
    );
  }
  const dialogue = joinLines(a.dialogue, b.dialogue);
  const merged: Partial<Shot> = {
    description: a.description === b.description ? a.description : `${a.description} ${b.description}`,
    characters: [...new Set([...a.characters, ...b.characters])],
    durationFlicks: a.durationFlicks + b.durationFlicks,
    covers: joinCovers([...a.covers, ...b.covers]),
    transitionOut: b.transitionOut,
    dialogue,
  };
  const editedFields = markEdited(a.editedFields, Object.keys(merged));
  return ok(patchOf([updateChange<Shot>('shot', a, { ...merged, editedFields }), removeChange('shot', b)]));
}

function joinLines(a: DialogueLine | null, b: DialogueLine | null): DialogueLine | null {
  if (a === null || b === null) return a ?? b;
  return { ...a, text: `${a.text} ${b.text}`, offScreen: a.offScreen && b.offScreen };
}
