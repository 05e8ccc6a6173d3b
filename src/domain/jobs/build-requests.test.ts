import { describe, expect, test } from 'vitest';
import { buildBlocks, type ShortBlock, testProjectId } from '../../testing/builders/build-blocks.ts';
import { makeProject } from '../../testing/builders/story-rows.ts';
import type { Place } from '../cast/place.ts';
import type { AssetId } from '../kernel/ids.ts';
import { breakDown } from '../shots/break-down.ts';
import { animaticModels, buildRequests, type RequestSource } from './build-requests.ts';
import { PictureRequest } from './generation-request.ts';
import { requestDigest } from './request-digest.ts';

const project = makeProject({ id: testProjectId });
const story: ShortBlock[] = [
  ['heading', 'INT. HUT - NIGHT', { id: 'h' as never }],
  ['action', 'MARA (60s, tall) trims the wick. A radio crackles on the shelf.', { id: 'a' as never }],
];

function sourceOf(short: readonly ShortBlock[]): RequestSource {
  return { project, places: [], ...breakDown(project, buildBlocks(short)) };
}

test('requests are whole, valid and frozen from what the picture shows', () => {
  const [first] = buildRequests(sourceOf(story), animaticModels);
  if (first === undefined) throw new Error('no shot');
  const still = PictureRequest.parse(first.still);
  expect(still.prompt).toContain('Mara trims the wick.');
  expect(still.prompt).toContain('Mara (60s, tall)');
  expect(still.prompt).toContain('Interior, hut, night');
  expect(still.prompt).toContain('film noir');
  expect(still.prompt).not.toContain('camera');
  expect(still).toMatchObject({ kind: 'still', durationFlicks: 0, brief: { shotNumber: '1A' } });
  const clip = PictureRequest.parse(first.clip('a'.repeat(64) as AssetId));
  expect(clip).toMatchObject({ kind: 'clip', durationFlicks: first.shot.durationFlicks, seed: still.seed });
  expect(clip.prompt).toContain('camera');
});

test('a scene put in before renumbers the slates and asks for no new take', () => {
  const digests = (source: RequestSource) =>
    buildRequests(source, animaticModels).map(({ still }) => requestDigest(still));
  const before = sourceOf(story);
  const after = sourceOf([['heading', 'EXT. PIER - DAY'], ['action', 'Rain.'], ...story]);
  expect(digests(after)).toEqual(expect.arrayContaining(digests(before)));
  expect(buildRequests(after, animaticModels).at(-1)?.still.brief.sceneNumber).toBe('2');
});

describe('what looks the same everywhere', () => {
  const painted = { provider: 'fal', stillModel: 'm', clipModel: 'm', slate: false, mostReferences: 2 };
  const picture = (digit: string): AssetId => digit.repeat(64) as AssetId;
  const looked = (change: Partial<RequestSource> = {}): PictureRequest => {
    const [first] = buildRequests({ ...sourceOf(story), ...change }, painted);
    if (first === undefined) throw new Error('no shot');
    return first.still;
  };
  const hut = {
    id: 'hut',
    projectId: testProjectId,
    order: 'a0',
    name: 'Hut',
    description: 'driftwood walls, a green stove',
    referenceAssetIds: [picture('3')],
    editedFields: [],
  } as unknown as Place;
  const cast = sourceOf(story).cast.map((member) => ({
    ...member,
    referenceAssetIds: [picture('1'), picture('2')],
  }));

  test('the words of a place, the palette and the lens are in every prompt', () => {
    const directed = {
      ...project,
      palette: 'teal and rust',
      lensWords: 'anamorphic',
      negativePrompt: 'text',
    };
    const still = looked({ project: directed, places: [hut] });
    expect(still.prompt).toContain('driftwood walls, a green stove');
    expect(still.prompt).toContain('mm lens, anamorphic');
    expect(still.prompt).toContain('Teal and rust.');
    expect(still.negativePrompt).toBe('text');
  });

  test('the best picture of each person and place goes before a second one, as many as the model looks at', () => {
    expect(looked({ cast, places: [hut] }).referenceAssetIds).toEqual([picture('1'), picture('3')]);
    expect(looked()).not.toHaveProperty('referenceAssetIds');
  });

  test('a person’s words stand in place of a part, and an empty one leaves it out', () => {
    const { shots, ...rest } = sourceOf(story);
    const own = shots.map((shot) => ({
      ...shot,
      promptParts: { action: 'Hands at a lamp', mood: '', lens: '' },
    }));
    const still = looked({ ...rest, shots: own });
    expect(still.prompt).toContain('Hands at a lamp.');
    expect(still.prompt).not.toContain('trims the wick');
    expect(still.prompt).not.toContain('mm lens');
  });

  test('the animatic draws from the brief: none of it makes a drawing stale', () => {
    const drawn = (source: RequestSource) =>
      buildRequests(source, animaticModels).map(({ still }) => requestDigest(still));
    const source = sourceOf(story);
    const directed = { ...project, palette: 'teal', lensWords: 'anamorphic', negativePrompt: 'text' };
    expect(drawn({ ...source, project: directed, cast, places: [hut] })).toEqual(drawn(source));
  });

  test('a locked seed goes before one seed for the film, which goes before one for each shot', () => {
    const { shots, ...rest } = sourceOf(story);
    const one = { ...project, seedPolicy: 'one' as const, projectSeed: 11 };
    expect(looked({ project: one }).seed).toBe(11);
    expect(looked({ ...rest, project: one, shots: shots.map((shot) => ({ ...shot, seed: 12 })) }).seed).toBe(
      12,
    );
  });
});
