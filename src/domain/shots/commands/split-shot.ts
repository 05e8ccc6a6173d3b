import type { ShotId } from '../../kernel/ids.ts';
import { addChange, patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type FrameRate, flicksToFrame, framesToFlicks } from '../../kernel/time.ts';
import { markEdited } from '../../scenes/commands/mark-edited.ts';
import type { Coverage, DialogueLine, Shot } from '../shot.ts';
import { type BreakdownRows, requireShot } from './breakdown-rows.ts';
import { placeInScene } from './shot-order.ts';

/** Where a shot is cut in two: at a place of the text, between two of its words. */
export interface SplitPoint {
  readonly blockId: string;
  /** UTF-16 offset in the block's text: the first unit of the second shot. */
  readonly offset: number;
}

/**
 * Cuts a shot in two at a place of its text. Length and spoken words are shared out as the words are; the second shot
 * starts as a copy of the first and is the person's own. Takes stay with the first.
 *
 * Refusals: `shot.not-found`, `shot.id-taken`, `shot.bad-split` (not between two of the shot's words),
 * `shot.too-short` (a single frame).
 */
export function splitShot(
  rows: BreakdownRows,
  rate: FrameRate,
  shotId: string,
  newId: ShotId,
  at: SplitPoint,
): Result<RecordsPatch> {
  const found = requireShot(rows.shots, shotId);
  if (!found.ok) return found;
  const shot = found.value;
  if (rows.shots.some(({ id }) => id === newId)) {
    return fail('shot.id-taken', `There is a shot ${newId} already. Nothing was cut; try again.`);
  }
  const [first, second] = cutCovers(shot.covers, at);
  const texts = new Map<string, string>(rows.blocks.map(({ id, text }) => [id, text]));
  const counts = [countWords(first, texts), countWords(second, texts)] as const;
  const text = texts.get(at.blockId) ?? '';
  const insideWord = /\S/.test(text.charAt(at.offset - 1)) && /\S/.test(text.charAt(at.offset));
  if (counts[0] === 0 || counts[1] === 0 || insideWord) {
    return fail(
      'shot.bad-split',
      'A shot is cut between two of its words. It is unchanged; choose another place.',
    );
  }
  const frames = flicksToFrame(shot.durationFlicks, rate);
  if (frames < 2)
    return fail('shot.too-short', 'This shot is a single frame long and cannot be cut. It is unchanged.');
  const share = counts[0] / (counts[0] + counts[1]);
  const firstFrames = Math.min(frames - 1, Math.max(1, Math.round(frames * share)));
  const lines = cutLine(shot.dialogue, share);
  const changed = markEdited(shot.editedFields, [
    'covers',
    'durationFlicks',
    'transitionOut',
    ...(shot.dialogue === null ? [] : ['dialogue']),
  ]);
  const { order, moved } = placeInScene(rows.scenes, rows.shots, shot.sceneId, shotId);
  const rest: Shot = {
    ...shot,
    id: newId,
    order,
    covers: second,
    durationFlicks: framesToFlicks(frames - firstFrames, rate),
    dialogue: lines[1],
    chosenStillId: null,
    chosenClipId: null,
    chosenSpeechId: null,
    approvedStillId: null,
    editedFields: [],
    origin: 'user',
  };
  const change = updateChange<Shot>('shot', shot, {
    covers: first,
    durationFlicks: framesToFlicks(firstFrames, rate),
    dialogue: lines[0],
    transitionOut: 'cut',
    editedFields: changed,
  });
  return ok(patchOf([change, addChange('shot', rest), ...moved]));
}

/** Ranges before the point and from it on, in the order of the covers. */
function cutCovers(covers: readonly Coverage[], at: SplitPoint): readonly [Coverage[], Coverage[]] {
  const index = covers.findIndex(
    (c) => c.blockId === at.blockId && at.offset >= c.start && at.offset <= c.end,
  );
  const range = covers[index];
  if (range === undefined) return [[...covers], []];
  const before = at.offset > range.start ? [{ ...range, end: at.offset }] : [];
  const after = at.offset < range.end ? [{ ...range, start: at.offset }] : [];
  return [
    [...covers.slice(0, index), ...before],
    [...after, ...covers.slice(index + 1)],
  ];
}

function countWords(covers: readonly Coverage[], texts: ReadonlyMap<string, string>): number {
  return covers.reduce((sum, { blockId, start, end }) => {
    return sum + (texts.get(blockId)?.slice(start, end).match(/\S+/g)?.length ?? 0);
  }, 0);
}

/** A line shared out by words; a part without a word has no line. */
function cutLine(
  line: DialogueLine | null,
  share: number,
): readonly [DialogueLine | null, DialogueLine | null] {
  if (line === null) return [null, null];
  const words = line.text.split(/\s+/);
  const at = Math.round(words.length * share);
  const part = (own: string[]): DialogueLine | null =>
    own.length === 0 ? null : { ...line, text: own.join(' ') };
  return [part(words.slice(0, at)), part(words.slice(at))];
}
