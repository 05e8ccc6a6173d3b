import { unknownVoice } from '../../cast/attribute-speech.ts';
import { readSpeeches } from '../../cast/read-speeches.ts';
import { trimRange } from '../../scenes/language/text-range.ts';
import type { SourceBlock } from '../../scenes/not-filmed.ts';
import type { Coverage } from '../shot.ts';
import { planAction } from './plan-action.ts';
import { planSpeech } from './plan-speech.ts';
import type { SceneContext } from './scene-context.ts';
import type { ShotDraft } from './shot-draft.ts';

/** The shots of a paragraph of prose: narration and speeches in turn. */
export function planParagraph(
  context: SceneContext,
  block: SourceBlock,
  lead: readonly Coverage[],
): ShotDraft[] {
  const speakers = context.casting.speakers.get(block.id) ?? [];
  const drafts: ShotDraft[] = [];
  let speech = 0;
  for (const part of readSpeeches(block.text)) {
    const first = drafts.length === 0 ? lead : [];
    const range = trimRange(block.text, part.range);
    if (range === null) continue;
    if (part.kind === 'narration') {
      drafts.push(...planAction(context, block, range, first));
      continue;
    }
    drafts.push(
      ...planSpeech(context, {
        key: speakers[speech] ?? unknownVoice,
        blockId: block.id,
        blockText: block.text,
        spoken: part.quotes,
        whole: range,
        parenthetical: null,
        offScreen: false,
        lead: first,
      }),
    );
    speech++;
  }
  return drafts;
}
