import type { ShotDraft } from '../planning/shot-draft.ts';
import type { ShotSize } from '../shot.ts';
import { choiceOf, chooseLens, nearer, seenApart, sizes } from './setup.ts';

/** How wide and how near a kind of shot may become when it has to differ from its neighbours. */
const limits: Readonly<Record<ShotDraft['kind'], readonly [ShotSize, ShotSize]>> = {
  establishing: ['extreme-wide', 'full'],
  action: ['extreme-wide', 'close'],
  dialogue: ['medium-wide', 'extreme-close'],
  reaction: ['medium', 'extreme-close'],
  insert: ['medium-close', 'extreme-close'],
  montage: ['extreme-wide', 'extreme-close'],
  title: ['wide', 'wide'],
};

/**
 * Makes neighbours cut together: the same person or thing twice in a row is seen from another side or clearly nearer
 * (the 30-degree rule in spirit), and no three shots in a row have the same size, angle, or moving camera.
 */
export function varySetups(drafts: readonly ShotDraft[]): ShotDraft[] {
  const varied: ShotDraft[] = [];
  for (const draft of drafts) {
    const before = varied.at(-1);
    const earlier = varied.at(-2);
    let next = draft;
    if (before !== undefined && draft.kind !== 'title') {
      if (sameTarget(before, next) && tooAlike(before, next)) next = moveNearerOrAway(before, next);
      if (earlier !== undefined && sameSetup(earlier, before) && sameSetup(before, next)) {
        next = { ...next, angle: choiceOf(next.description) % 2 === 0 ? 'low' : 'high' };
      }
      if (earlier?.size === before.size && before.size === next.size) next = resize(next);
      if (earlier?.move === before.move && before.move === next.move && next.move !== 'static') {
        next = { ...next, move: 'static' };
      }
    }
    varied.push({ ...next, lensMm: chooseLens(next.size, next.angle, next.move) });
  }
  return varied;
}

function sameTarget(a: ShotDraft, b: ShotDraft): boolean {
  if (a.characters.length > 0 || b.characters.length > 0) return a.characters[0] === b.characters[0];
  return a.subject === b.subject;
}

function tooAlike(a: ShotDraft, b: ShotDraft): boolean {
  return a.angle === b.angle && !seenApart(a.size, b.size);
}

function sameSetup(a: ShotDraft, b: ShotDraft): boolean {
  return a.size === b.size && a.angle === b.angle && a.kind !== 'title' && b.kind !== 'title';
}

/** Clearly nearer than the shot before, where there is room; else clearly farther; else from another side. */
function moveNearerOrAway(before: ShotDraft, draft: ShotDraft): ShotDraft {
  const [widest, nearest] = limits[draft.kind];
  const wantsNearer = sizes.indexOf(draft.size) >= sizes.indexOf(before.size);
  const steps = wantsNearer ? [1, 2, -2, -1] : [-1, -2, 2, 1];
  for (const step of steps) {
    const size = nearer(before.size, step, widest, nearest);
    if (seenApart(size, before.size)) return { ...draft, size };
  }
  const angle = before.angle === 'eye' ? (choiceOf(draft.description) % 2 === 0 ? 'low' : 'high') : 'eye';
  return { ...draft, angle };
}

function resize(draft: ShotDraft): ShotDraft {
  const [widest, nearest] = limits[draft.kind];
  const first = choiceOf(draft.description) % 2 === 0 ? 1 : -1;
  for (const step of [first, -first, first * 2, -first * 2]) {
    const size = nearer(draft.size, step, widest, nearest);
    if (size !== draft.size) return { ...draft, size };
  }
  return draft;
}
