import { expect, test } from 'vitest';
import { buildBlocks, type ShortBlock, testProjectId } from '../../testing/builders/build-blocks.ts';
import { makeProject } from '../../testing/builders/story-rows.ts';
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
  return { project, ...breakDown(project, buildBlocks(short)) };
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
