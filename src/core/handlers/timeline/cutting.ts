import type { EditReceipt } from '../../../contract/base.ts';
import type { NewClipInput } from '../../../contract/timeline/new-clip.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../../domain/kernel/patch.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import { appendClip } from '../../../domain/timeline/commands/append-clip.ts';
import { insertClip } from '../../../domain/timeline/commands/insert-clip.ts';
import { linkToShot } from '../../../domain/timeline/commands/link-to-shot.ts';
import type { NewId } from '../../../domain/timeline/commands/main-edits.ts';
import type { NewClip } from '../../../domain/timeline/commands/new-clip.ts';
import { overwriteClip } from '../../../domain/timeline/commands/overwrite-clip.ts';
import { placeNew } from '../../../domain/timeline/commands/place-new.ts';
import { rippleTrim } from '../../../domain/timeline/commands/ripple-trim.ts';
import { rollCut } from '../../../domain/timeline/commands/roll-cut.ts';
import { slideItem } from '../../../domain/timeline/commands/slide-item.ts';
import { slipClip } from '../../../domain/timeline/commands/slip-clip.ts';
import { splitAll } from '../../../domain/timeline/commands/split-all.ts';
import { splitItem } from '../../../domain/timeline/commands/split-item.ts';
import { trimItem } from '../../../domain/timeline/commands/trim-item.ts';
import type { TimelineIndex } from '../../../domain/timeline/timeline-index.ts';
import type { StudioParts } from '../../studio-parts.ts';
import { os } from '../implementer.ts';
import { editTimeline, onItem } from './edit-timeline.ts';
import { findClipMedium, findShotMedium, mediumKindOf } from './find-clip-medium.ts';

export const cuttingHandlers = {
  append: os.timeline.append.handler(({ input, context }) =>
    putClip(context, input, 'Append clip', (index, clip, newId) => appendClip(index, { clip, newId })),
  ),
  insert: os.timeline.insert.handler(({ input, context }) =>
    putClip(context, input, 'Insert clip', (index, clip, newId) =>
      insertClip(index, { clip, atFlicks: input.atFlicks, newId }),
    ),
  ),
  overwrite: os.timeline.overwrite.handler(({ input, context }) =>
    putClip(context, input, 'Overwrite', (index, clip, newId) =>
      overwriteClip(index, { clip, atFlicks: input.atFlicks, newId }),
    ),
  ),
  placeNew: os.timeline.placeNew.handler(({ input, context }) =>
    putClip(context, input, 'Place clip', (index, clip, newId) => {
      const mediumKind = mediumKindOf(context.store, clip.assetId);
      return placeNew(index, { clip, trackId: input.trackId, mediumKind, atFlicks: input.atFlicks, newId });
    }),
  ),
  splitAll: os.timeline.splitAll.handler(({ input: { projectId, atFlicks }, context }) =>
    editTimeline(context, projectId, 'Split all tracks', (index, newId) =>
      splitAll(index, { atFlicks, newId }),
    ),
  ),
  linkToShot: os.timeline.linkToShot.handler(({ input: { projectId, itemId, shotId }, context }) =>
    editTimeline(context, projectId, shotId === null ? 'Stop following shot' : 'Follow shot', (index) => {
      if (shotId === null) return linkToShot(index, { itemId, shot: null });
      const medium = findShotMedium(context.store, projectId, shotId);
      return medium.ok ? linkToShot(index, { itemId, shot: { shotId, medium: medium.value } }) : medium;
    }),
  ),
  split: os.timeline.split.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItem('Split', input.itemId), (index, newId) =>
      splitItem(index, { ...input, newId }),
    ),
  ),
  trim: os.timeline.trim.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItem('Trim', input.itemId), (index, newId) =>
      trimItem(index, { ...input, newId }),
    ),
  ),
  rippleTrim: os.timeline.rippleTrim.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItem('Ripple trim', input.itemId), (index) =>
      rippleTrim(index, input),
    ),
  ),
  roll: os.timeline.roll.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, 'Roll cut', (index) => rollCut(index, input)),
  ),
  slip: os.timeline.slip.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, 'Slip clip', (index) => slipClip(index, input)),
  ),
  slide: os.timeline.slide.handler(({ input: { projectId, ...input }, context }) =>
    editTimeline(context, projectId, onItem('Slide', input.itemId), (index) => slideItem(index, input)),
  ),
};

/** An edit that brings in a clip, once its medium is found. */
function putClip(
  context: StudioParts,
  { projectId, clip: wanted }: { readonly projectId: ProjectId; readonly clip: NewClipInput },
  label: string,
  command: (index: TimelineIndex, clip: NewClip, newId: NewId) => Result<RecordsPatch>,
): EditReceipt {
  return editTimeline(context, projectId, label, (index, newId) => {
    const clip = findClipMedium(context.store, projectId, wanted);
    return clip.ok ? command(index, clip.value, newId) : clip;
  });
}
