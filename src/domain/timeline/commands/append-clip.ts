import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { keysBehind, type NewId } from './main-edits.ts';
import { clipFrom, findMainTrack, type NewClip } from './new-clip.ts';

export interface AppendClip {
  readonly clip: NewClip;
  readonly newId: NewId;
}

/** Puts a clip behind the last item of the main track. One row. */
export function appendClip(index: TimelineIndex, { clip, newId }: AppendClip): Result<RecordsPatch> {
  const track = findMainTrack(index);
  if (!track.ok) return track;
  const draft = new PatchDraft();
  const [order = 'a0'] = keysBehind(draft, index, index.main.last(), 1);
  const item = clipFrom(index, track.value, clip, order, newId);
  if (!item.ok) return item;
  draft.add('item', item.value);
  return ok(draft.toPatch());
}
