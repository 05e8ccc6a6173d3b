import { readableText } from '../../scenes/language/readable-text.ts';
import type { SourceBlock } from '../../scenes/not-filmed.ts';
import { setup } from '../camera/setup.ts';
import type { Coverage } from '../shot.ts';
import { speechSeconds } from '../shot-duration.ts';
import { draftOf, type SceneContext } from './scene-context.ts';
import type { ShotDraft } from './shot-draft.ts';

/**
 * A title card. Titles in a row ("The Paper Boat", then "One") share a card: then the last draft is replaced, and nothing
 * is added.
 */
export function planTitle(
  context: SceneContext,
  block: SourceBlock,
  covers: readonly Coverage[],
  drafts: ShotDraft[],
): ShotDraft[] {
  const words = readableText(block.text).slice(0, 400);
  const before = drafts.at(-1);
  const joined = before?.kind === 'title' && block.kind !== 'centered' ? before : null;
  const subject = joined === null ? words : `${joined.subject ?? ''} / ${words}`;
  const card = draftOf(context, {
    ...setup('wide'),
    kind: 'title',
    description: `Title card: “${subject}”.`,
    subject,
    mood: null,
    covers: joined === null ? covers : [...joined.covers, ...covers],
    seconds: Math.max(3.5, Math.min(6, speechSeconds(subject) + 0.8)),
  });
  if (joined === null) return [card];
  drafts[drafts.length - 1] = card;
  return [];
}
