import type { SentenceGroup } from '../reading/group-sentences.ts';
import { animals, bodyDetails, largeThings, scenery } from '../reading/nouns.ts';
import type { CameraMove, ShotAngle, ShotKind, ShotSize } from '../shot.ts';
import { actorSizeCues, moveCues, noteSizeCues } from './cues.ts';
import { choiceOf, nearer, type Setup, setup } from './setup.ts';

export interface ActionAsk {
  readonly kind: ShotKind;
  readonly group: SentenceGroup;
  /** Clean words of the whole group. */
  readonly text: string;
  readonly notes: readonly string[];
  readonly exterior: boolean;
  /** What somebody in the scene sees. */
  readonly pov: boolean;
}

/** The set-up for a shot of action, by what its words show. */
export function chooseActionSetup(ask: ActionAsk): Setup {
  const cue = readCues(ask.text);
  const size = sizeOf(ask, cue.size);
  const angle = ask.pov ? 'pov' : angleOf(ask, cue.angle, size);
  return setup(size, angle, moveOf(ask, cue.move, size));
}

function readCues(text: string): { move: CameraMove | null; angle: ShotAngle | null; size: ShotSize | null } {
  let move: CameraMove | null = null;
  let angle: ShotAngle | null = null;
  let size: ShotSize | null = null;
  for (const cue of moveCues) {
    const news =
      (move === null && cue.moves !== undefined) ||
      (angle === null && cue.angle !== undefined) ||
      (size === null && cue.size !== undefined);
    if (!news || !cue.words.test(text)) continue;
    move ??= cue.moves?.[choiceOf(text) % cue.moves.length] ?? null;
    angle ??= cue.angle ?? null;
    size ??= cue.size ?? null;
  }
  return { move, angle, size };
}

function sizeOf({ kind, group, text, notes, exterior }: ActionAsk, cued: ShotSize | null): ShotSize {
  const { first } = group;
  for (const note of notes) for (const [words, size] of noteSizeCues) if (words.test(note)) return size;
  if (kind === 'establishing') {
    if (first.actor !== null) return cued === 'full' ? 'full' : exterior ? 'wide' : 'wide';
    return exterior ? 'extreme-wide' : 'wide';
  }
  if (first.detail !== null) return first.detail;
  if (kind === 'insert') return insertSize(first.head, text);
  if (kind === 'reaction') {
    const own = actorSizeCues.find(([words]) => words.test(text))?.[1] ?? 'close';
    return nearer(own, 0, 'medium-close');
  }
  if (first.actor !== null) {
    const own = actorSizeCues.find(([words]) => words.test(text))?.[1] ?? 'medium';
    return first.people.length > 1 ? nearer(own, -1, 'full', 'medium') : own;
  }
  if (cued !== null) return cued;
  if (first.people.length > 0) return first.people.length > 2 ? 'medium-wide' : 'medium';
  if (first.head.startsWith('shadow')) return 'full';
  if (scenery.has(first.head)) return exterior ? 'extreme-wide' : 'wide';
  if (largeThings.has(first.head)) return exterior ? 'wide' : 'medium-wide';
  if (animals.has(first.head)) return /s$/.test(first.head) ? 'wide' : 'medium';
  return exterior ? 'medium-wide' : 'medium';
}

/** Writing and small things fill the frame; a door or a boat does not. */
function insertSize(head: string, text: string): ShotSize {
  if (
    bodyDetails.has(head) ||
    /\b(?:letters?|words?|names?|reads?|inscription|engraved|ring|coin|key|dial)\b/i.test(text)
  ) {
    return 'extreme-close';
  }
  return largeThings.has(head) || /^(?:window|door|curtains?|shutters?|table)$/.test(head)
    ? 'medium-close'
    : 'close';
}

function angleOf({ kind, group, text }: ActionAsk, cued: ShotAngle | null, size: ShotSize): ShotAngle {
  if (cued === 'overhead' && size !== 'full' && size !== 'wide') return 'high';
  if (cued !== null && !(kind === 'reaction')) return cued;
  if (kind === 'insert') return (['high', 'eye', 'low', 'high'] as const)[choiceOf(text) % 4] ?? 'high';
  if (kind === 'establishing') return (['high', 'low', 'eye'] as const)[choiceOf(text) % 3] ?? 'eye';
  if (group.first.actor === null && group.first.detail === null && scenery.has(group.first.head)) {
    return choiceOf(text) % 2 === 0 ? 'high' : 'low';
  }
  return 'eye';
}

function moveOf({ kind, group, text }: ActionAsk, cued: CameraMove | null, size: ShotSize): CameraMove {
  const choice = choiceOf(`${text} move`);
  if (kind === 'insert' || group.first.detail !== null) {
    return cued === 'push-in' || cued === 'handheld' ? 'push-in' : choice % 3 === 0 ? 'push-in' : 'static';
  }
  if (cued !== null) return cued;
  if (kind === 'establishing')
    return (['crane-down', 'pan-right', 'push-in', 'crane-up'] as const)[choice % 4] ?? 'push-in';
  if (kind === 'reaction') return choice % 2 === 0 ? 'push-in' : 'static';
  if (size === 'extreme-wide' || size === 'wide') return choice % 2 === 0 ? 'pan-left' : 'pull-out';
  return choice % 5 === 0 ? 'push-in' : 'static';
}
