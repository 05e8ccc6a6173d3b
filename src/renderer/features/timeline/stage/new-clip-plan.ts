import type { NewClipInput } from '../../../../contract/timeline/new-clip.ts';
import type { Asset } from '../../../../domain/assets/asset.ts';
import type { TrackId } from '../../../../domain/kernel/ids.ts';
import { secondsToFlicks } from '../../../../domain/kernel/time.ts';
import { appendClip } from '../../../../domain/timeline/commands/append-clip.ts';
import { insertClip } from '../../../../domain/timeline/commands/insert-clip.ts';
import type { NewClip } from '../../../../domain/timeline/commands/new-clip.ts';
import { overwriteClip } from '../../../../domain/timeline/commands/overwrite-clip.ts';
import { placeNew } from '../../../../domain/timeline/commands/place-new.ts';
import type { ProjectMirror } from '../../../state/project-mirror.ts';
import type { SourceMedium } from '../cut-view.ts';
import { type Desk, type Plan, shownId } from '../gestures/desk.ts';

/** A still has no length of its own. */
const stillSeconds = 4;

export interface SourceClip {
  readonly input: NewClipInput;
  readonly shown: NewClip;
  readonly kind: 'video' | 'audio';
}

/** A medium of the bin as a clip of its whole length, or of the stretch that is marked in the source viewer. */
export function sourceClip(
  mirror: ProjectMirror,
  medium: SourceMedium,
  imported: readonly Asset[],
  marks: { readonly inFlicks: number | null; readonly outFlicks: number | null } = {
    inFlicks: null,
    outFlicks: null,
  },
): SourceClip | null {
  const { assetId } = medium;
  const asset =
    assetId === null
      ? null
      : (mirror.row('asset', assetId) ?? imported.find(({ id }) => id === assetId) ?? null);
  const shot = medium.of === 'shot' ? mirror.row('shot', medium.shotId) : null;
  if (medium.of === 'shot' && shot === null) return null;
  if (medium.of === 'asset' && (asset === null || asset.facts === null)) return null;
  const length = asset?.facts?.durationFlicks ?? 0;
  const whole = length > 0 ? length : (shot?.durationFlicks ?? secondsToFlicks(stillSeconds));
  const sourceInFlicks = length > 0 ? Math.min(marks.inFlicks ?? 0, whole - 1) : 0;
  const end = length > 0 ? Math.min(marks.outFlicks ?? whole, whole) : whole;
  const durationFlicks = Math.max(1, end - sourceInFlicks);
  const piece = { sourceInFlicks, durationFlicks, fit: medium.of === 'shot' ? 'fill' : 'fit' } as const;
  return {
    input: {
      medium:
        medium.of === 'shot'
          ? { of: 'shot', shotId: medium.shotId }
          : { of: 'asset', assetId: medium.assetId },
      ...piece,
    },
    shown: {
      assetId,
      shotId: medium.of === 'shot' ? medium.shotId : null,
      sourceLengthFlicks: length,
      ...piece,
    },
    kind: asset?.kind === 'audio' ? 'audio' : 'video',
  };
}

type Way = 'insert' | 'overwrite' | 'append';

/** Brings a clip into the film track. */
export function mainClipPlan(
  { projectId }: Pick<Desk, 'projectId'>,
  { input: clip, shown }: SourceClip,
  way: Way,
  atFlicks: number,
): Plan {
  switch (way) {
    case 'append':
      return {
        step: (index) => appendClip(index, { clip: shown, newId: shownId }),
        call: (timeline) => timeline.append({ projectId, clip }),
      };
    case 'insert':
      return {
        step: (index) => insertClip(index, { clip: shown, atFlicks, newId: shownId }),
        call: (timeline) => timeline.insert({ projectId, clip, atFlicks }),
      };
    case 'overwrite':
      return {
        step: (index) => overwriteClip(index, { clip: shown, atFlicks, newId: shownId }),
        call: (timeline) => timeline.overwrite({ projectId, clip, atFlicks }),
      };
  }
}

/** Puts a clip onto another track; null for the first of its kind. */
export function placedClipPlan(
  { projectId }: Pick<Desk, 'projectId'>,
  { input: clip, shown, kind }: SourceClip,
  trackId: TrackId | null,
  atFlicks: number,
): Plan {
  return {
    step: (index) => placeNew(index, { clip: shown, trackId, mediumKind: kind, atFlicks, newId: shownId }),
    call: (timeline) => timeline.placeNew({ projectId, clip, trackId, atFlicks }),
  };
}
