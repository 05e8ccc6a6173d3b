import type { Asset } from '../../domain/assets/asset.ts';
import type { Take } from '../../domain/assets/take.ts';
import { SceneId, ShotId, TakeId } from '../../domain/kernel/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import { undirectedProject } from '../../domain/project/undirected-project.ts';
import type { Scene } from '../../domain/scenes/scene.ts';
import { silentScene } from '../../domain/scenes/silent-scene.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import { untaken } from '../../domain/shots/untaken.ts';
import { assetId, frames, testProjectId } from './timeline-rows.ts';

/** Rows of a small story, for tests. Ids are what the test says. */
export const shotId = (id: string): ShotId => ShotId.parse(id);
export const sceneId = (id: string): SceneId => SceneId.parse(id);
export const takeId = (id: string): TakeId => TakeId.parse(id);

/** 1280×720, 24 frames a second. */
export function makeProject(more: Partial<Project> = {}): Project {
  return {
    id: testProjectId,
    title: 'Pier',
    sourceKind: 'fountain',
    sourceName: 'pier.fountain',
    sourcePath: null,
    sourceAssetId: null,
    aspect: '16:9',
    widthPx: 1280,
    heightPx: 720,
    fpsNum: 24,
    fpsDen: 1,
    style: 'noir',
    breakdownDigest: null,
    createdAtMs: 0,
    trashedAtMs: null,
    budgetUsdMicros: null,
    ...undirectedProject,
    ...more,
  };
}

export function makeScene(id: string, order: string, more: Partial<Scene> = {}): Scene {
  return {
    id: sceneId(id),
    projectId: testProjectId,
    order,
    kind: 'scene',
    heading: `INT. ${id.toUpperCase()} - DAY`,
    number: null,
    setting: 'interior',
    place: id.toUpperCase(),
    timeOfDay: 'day',
    timeNote: null,
    mood: null,
    synopsis: null,
    ...silentScene,
    blockIds: [],
    editedFields: [],
    ...more,
  };
}

export function makeShot(id: string, order: string, more: Partial<Shot> = {}): Shot {
  return {
    id: shotId(id),
    projectId: testProjectId,
    sceneId: sceneId('one'),
    order,
    kind: 'action',
    size: 'medium',
    angle: 'eye',
    move: 'static',
    lensMm: 50,
    description: `Shot ${id}.`,
    subject: null,
    dialogue: null,
    characters: [],
    setting: 'interior',
    place: null,
    timeOfDay: 'day',
    mood: null,
    durationFlicks: frames(72),
    covers: [],
    transitionOut: 'cut',
    ...untaken,
    editedFields: [],
    origin: 'breakdown',
    ...more,
  };
}

export function makeTake(id: string, shot: string, asset: number, more: Partial<Take> = {}): Take {
  return {
    id: takeId(id),
    projectId: testProjectId,
    shotId: shotId(shot),
    sceneId: null,
    castId: null,
    placeId: null,
    fromTakeId: null,
    rating: null,
    discardedAtMs: null,
    kind: 'clip',
    assetId: assetId(asset),
    jobId: null,
    requestDigest: '0',
    provider: 'animatic',
    model: 'animatic',
    seed: 0,
    costUsdMicros: 0,
    createdAtMs: 0,
    ...more,
  };
}

/** A video asset, or with 0 frames a still. */
export function makeAsset(n: number, durationFrames: number): Asset {
  const isStill = durationFrames === 0;
  return {
    id: assetId(n),
    kind: isStill ? 'image' : 'video',
    mime: isStill ? 'image/png' : 'video/mp4',
    extension: isStill ? 'png' : 'mp4',
    bytes: 1,
    facts: {
      container: isStill ? 'png_pipe' : 'mov',
      durationFlicks: frames(durationFrames),
      video: null,
      audio: null,
    },
    origin: 'generated',
    name: `asset ${n}`,
    createdAtMs: 0,
    proxyOf: null,
    heldBy: null,
  };
}
