import { expect, test } from 'vitest';
import { addChange, patchOf, updateChange } from '../../../domain/kernel/patch.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import type { Shot } from '../../../domain/shots/shot.ts';
import { uncoveredWords } from '../../../domain/shots/uncovered-words.ts';
import type { Block } from '../../../domain/text/block.ts';
import { buildBlocks, testProjectId } from '../../../testing/builders/build-blocks.ts';
import { makeProject } from '../../../testing/builders/story-rows.ts';
import { createTestStore } from '../../../testing/create-test-store.ts';
import { textToScenes } from '../text-to-scenes/text-to-scenes.ts';
import { scenesToShots } from './scenes-to-shots.ts';

const project = makeProject({ id: testProjectId, fpsNum: 25, style: 'cinema' });

const blocks = buildBlocks([
  ['heading', 'EXT. PIER - NIGHT'],
  ['action', 'Wind over the water. MARA (60s, tall) walks out to the lamp.'],
  ['character', 'MARA'],
  ['dialogue', 'Nobody came.'],
  ['note', 'Too short?'],
]);

test('text becomes stored scenes, cast and shots; a second run writes nothing; an edit is brought up to date', () => {
  using test = createTestStore();
  const options = { projectId: project.id, label: 'test', undoable: false };
  unwrap(
    test.store.commit(
      patchOf([addChange('project', project), ...blocks.map((block) => addChange('block', block))]),
      options,
    ),
  );

  expect(unwrap(textToScenes(test.store, project.id)).changes).toBe(2);
  unwrap(scenesToShots(test.store, project.id));
  const shots = test.store.rows('shot', project.id);
  expect(test.store.rows('scene', project.id).map(({ heading }) => heading)).toEqual(['EXT. PIER - NIGHT']);
  expect(test.store.rows('cast', project.id)).toMatchObject([{ name: 'MARA', description: '60s, tall' }]);
  for (const block of test.store.rows('block', project.id)) {
    if (block.notFilmed === null) expect(uncoveredWords(block, shots)).toEqual([]);
    else expect(block.notFilmed).toBe('note');
  }

  expect(unwrap(textToScenes(test.store, project.id)).changes).toBe(0);
  expect(unwrap(scenesToShots(test.store, project.id)).changes).toBe(0);

  const [first, , line] = shots;
  const spoken = blocks[3];
  if (first === undefined || line === undefined || spoken === undefined) throw new Error('too few rows');
  const edits = [
    updateChange<Shot>('shot', first, { description: 'Mine.', editedFields: ['description'] }),
    updateChange<Block>('block', spoken, { text: 'Nobody ever came.' }),
  ];
  unwrap(test.store.commit(patchOf(edits), options));
  unwrap(scenesToShots(test.store, project.id));
  const after = test.store.rows('shot', project.id);
  expect(after.map(({ id }) => id)).toEqual(shots.map(({ id }) => id));
  expect(after[0]?.description).toBe('Mine.');
  expect(after.find(({ id }) => id === line.id)?.dialogue?.text).toBe('Nobody ever came.');
});

test('a project that is not there is refused', () => {
  using test = createTestStore();
  const missing = scenesToShots(test.store, project.id);
  expect(missing.ok ? null : missing.fault.code).toBe('project.not-found');
});
