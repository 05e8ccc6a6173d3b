import type { ProjectId } from '../domain/kernel/ids.ts';
import { addChange, patchOf } from '../domain/kernel/patch.ts';
import { unwrap } from '../domain/kernel/result.ts';
import { itemsOfTrack, type Placed } from '../domain/timeline/queries.ts';
import type {
  CaptionItem,
  ClipItem,
  Item,
  TitleItem,
  Track,
  Transition,
} from '../domain/timeline/records.ts';
import { makeAsset, makeTake } from './builders/story-rows.ts';
import type { TestStudio } from './create-test-studio.ts';
import { expectTimelineInStep } from './project-rows.ts';

/** A timeline as tests look at it. */
export interface TestFilm {
  readonly main: readonly Placed[];
  /** The clip on the main track that tests edit, with its neighbours: it alone has a medium. */
  readonly target: TargetClip;
  readonly captions: readonly CaptionItem[];
  /** Titles that are not on the main track. */
  /** What is on the track for overlays. */
  readonly overlays: readonly Item[];
  readonly titles: readonly TitleItem[];
  readonly tracks: Readonly<Record<Track['kind'], Track>>;
  readonly transitions: readonly Transition[];
  item(id: string): Item | undefined;
  /** Where an item of the main track begins. */
  startOf(id: string): number | undefined;
}

export interface TargetClip {
  readonly clip: ClipItem;
  readonly start: number;
  readonly end: number;
  readonly left: Placed;
  readonly right: Placed;
}

/** Frames of the two takes that the target's shot has. */
export const takeFrames = [400, 500] as const;

/** A story as far as assembly, and the first of two takes chosen for the shot of the third clip. */
export async function prepareFilm(studio: TestStudio): Promise<ProjectId> {
  const projectId = await studio.openStory();
  const { shotId } = lookAtFilm(studio, projectId).target.clip;
  if (shotId === null) throw new Error('the clip is not linked');
  const takes = takeFrames.map((length, i) => ({
    asset: makeAsset(i + 1, length),
    take: makeTake(`take-${i + 1}`, shotId, i + 1, { projectId }),
  }));
  const rows = takes.flatMap(({ asset, take }) => [addChange('asset', asset), addChange('take', take)]);
  unwrap(studio.studio.parts.store.commit(patchOf(rows), { projectId, label: 'Takes', undoable: false }));
  await studio.client.shots.chooseTake({ projectId, shotId, kind: 'clip', takeId: 'take-1' });
  return projectId;
}

export function lookAtFilm({ studio }: TestStudio, projectId: ProjectId): TestFilm {
  const index = expectTimelineInStep(studio, projectId);
  const items = [...index.items.values()];
  const main = index.mainTrackId === null ? [] : itemsOfTrack(index, index.mainTrackId);
  const tracks = Object.fromEntries([...index.tracks.values()].map((track) => [track.kind, track]));
  return {
    main,
    get target() {
      return findTarget(main);
    },
    captions: items.filter((item) => item.kind === 'caption'),
    titles: items.filter((item) => item.kind === 'title').filter(({ anchor }) => anchor !== null),
    overlays: items.filter(({ trackId }) => trackId === tracks['video']?.id),
    tracks: tracks as Record<Track['kind'], Track>,
    transitions: [...index.transitions.values()],
    item: (id) => items.find((item) => item.id === id),
    startOf: (id) => main.find(({ item }) => item.id === id)?.startFlicks,
  };
}

function findTarget(main: readonly Placed[]): TargetClip {
  const withMedium = main.findIndex(({ item }) => item.kind === 'clip' && item.assetId !== null);
  const at = withMedium === -1 ? 2 : withMedium;
  const [left, placed, right] = main.slice(at - 1, at + 2);
  if (left === undefined || placed?.item.kind !== 'clip' || right === undefined) {
    throw new Error('there is no clip between two others');
  }
  const { item: clip, startFlicks: start } = placed;
  return { clip, start, end: start + clip.durationFlicks, left, right };
}
