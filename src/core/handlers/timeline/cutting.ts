import { unwrap } from '../../../domain/kernel/result.ts';
import { appendClip } from '../../../domain/timeline/commands/append-clip.ts';
import { insertClip } from '../../../domain/timeline/commands/insert-clip.ts';
import { overwriteClip } from '../../../domain/timeline/commands/overwrite-clip.ts';
import { rippleTrim } from '../../../domain/timeline/commands/ripple-trim.ts';
import { rollCut } from '../../../domain/timeline/commands/roll-cut.ts';
import { slideItem } from '../../../domain/timeline/commands/slide-item.ts';
import { slipClip } from '../../../domain/timeline/commands/slip-clip.ts';
import { splitItem } from '../../../domain/timeline/commands/split-item.ts';
import { trimItem } from '../../../domain/timeline/commands/trim-item.ts';
import { os } from '../implementer.ts';
import { editTimeline, onItem } from './edit-timeline.ts';
import { findClipMedium } from './find-clip-medium.ts';

export const cuttingHandlers = {
  append: os.timeline.append.handler(({ input: { projectId, ...input }, context }) => {
    const clip = unwrap(findClipMedium(context.store, projectId, input.clip));
    return editTimeline(context, projectId, 'Append clip', (index, newId) =>
      appendClip(index, { clip, newId }),
    );
  }),
  insert: os.timeline.insert.handler(({ input: { projectId, ...input }, context }) => {
    const clip = unwrap(findClipMedium(context.store, projectId, input.clip));
    return editTimeline(context, projectId, 'Insert clip', (index, newId) =>
      insertClip(index, { ...input, clip, newId }),
    );
  }),
  overwrite: os.timeline.overwrite.handler(({ input: { projectId, ...input }, context }) => {
    const clip = unwrap(findClipMedium(context.store, projectId, input.clip));
    return editTimeline(context, projectId, 'Overwrite', (index, newId) =>
      overwriteClip(index, { ...input, clip, newId }),
    );
  }),
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
