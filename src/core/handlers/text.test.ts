import { expect, test } from 'vitest';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { Block } from '../../domain/text/block.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { type EditCases, failureOf, testEveryEdit } from '../../testing/edit-cases.ts';
import { projectRows } from '../../testing/project-rows.ts';

interface Text {
  readonly blocks: readonly Block[];
  at(index: number): Block;
  find(id: string): Block | undefined;
}

function look({ studio }: TestStudio, projectId: ProjectId): Text {
  const blocks = studio.parts.store.rows('block', projectId);
  return {
    blocks,
    at(index) {
      const block = blocks.at(index);
      if (block === undefined) throw new Error(`no block ${index}`);
      return block;
    },
    find: (id) => blocks.find((block) => block.id === id),
  };
}
/** Places of the sample: some action in the middle of the text. */
const middle = ({ blocks }: Text): Block => {
  const found = blocks.slice(10).find(({ kind, text }) => kind === 'action' && text.length > 40);
  if (found === undefined) throw new Error('no action');
  return found;
};

const cases: EditCases<'text', Text> = {
  editBlock: {
    label: 'Edit text',
    input: (text) => ({ blockId: middle(text).id, text: `Very early, ${middle(text).text}` }),
    shows: (after, before) => expect(after.find(middle(before).id)?.text).toMatch(/^Very early, /),
  },
  setKind: {
    label: 'Change paragraph kind',
    input: (text) => ({ blockId: middle(text).id, kind: 'note' }),
    shows: (after, before) =>
      expect(after.find(middle(before).id)).toMatchObject({ kind: 'note', text: middle(before).text }),
  },
  insert: {
    label: 'Add paragraph',
    input: (text) => ({ afterBlockId: middle(text).id, kind: 'action', text: 'A gull.', newId: 'mine' }),
    shows: (after, before, { added }) => {
      expect(added).toEqual([{ entity: 'block', id: 'mine' }]);
      expect(after.at(before.blocks.indexOf(middle(before)) + 1)).toMatchObject({
        id: 'mine',
        text: 'A gull.',
      });
    },
  },
  insertMany: {
    label: 'Paste text',
    input: () => ({
      afterBlockId: null,
      blocks: [
        { kind: 'note', text: 'One.' },
        { kind: 'note', text: 'Two.' },
      ],
    }),
    shows: (after, _before, { added }) => {
      expect(after.blocks.slice(0, 2).map(({ text }) => text)).toEqual(['One.', 'Two.']);
      expect(added).toHaveLength(2);
    },
  },
  split: {
    label: 'Split paragraph',
    input: (text) => ({ blockId: middle(text).id, offset: 12, kind: null }),
    shows: (after, before, { added }) => {
      const { id, text } = middle(before);
      expect((after.find(id)?.text ?? '') + (after.find(added[0]?.id ?? '')?.text ?? '')).toBe(text);
    },
  },
  merge: {
    label: 'Join paragraphs',
    input: ({ at }) => ({ blockId: at(-1).id }),
    shows: (after, before) => expect(after.at(-1).text).toBe(before.at(-2).text + before.at(-1).text),
  },
  delete: {
    label: 'Delete paragraphs',
    input: ({ at }) => ({ blockIds: [at(5).id, at(6).id] }),
    shows: (after, before) => expect(after.blocks.length).toBe(before.blocks.length - 2),
  },
  cut: {
    label: 'Delete text',
    input: ({ at }) => ({ from: { blockId: at(5).id, offset: 1 }, to: { blockId: at(8).id, offset: 2 } }),
    shows: (after, before) => {
      expect(after.blocks.length).toBe(before.blocks.length - 3);
      expect(after.at(5).text).toBe(before.at(5).text.slice(0, 1) + before.at(8).text.slice(2));
    },
  },
  replace: {
    label: 'Replace text',
    input: () => ({ words: 'INT. ATTIC - DAY\n\nDust.\n\nMARA\nNothing here.' }),
    shows: (after) =>
      expect(after.blocks.map(({ kind }) => kind)).toEqual(['heading', 'action', 'character', 'dialogue']),
  },
};

testEveryEdit('text', (studio) => studio.openStory(), look, cases);

test('the printed text read back is the same text, and writes nothing', async () => {
  await using studio = createTestStudio();
  for (const name of ['the-last-signal.fountain', 'harbour-radio.txt', 'the-paper-boat.md']) {
    const projectId = await studio.openStory(name);
    const { text } = await studio.client.text.print({ projectId });
    expect(await studio.client.text.replace({ projectId, words: text })).toMatchObject({ changes: 0 });
  }
});

test('an edit moves the coverage of shots along, in the same undoable step', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const projectId = await studio.openStory();
  const { store } = studio.studio.parts;
  const filmed = () => {
    const texts = new Map(store.rows('block', projectId).map(({ id, text }) => [id, text]));
    return store
      .rows('shot', projectId)
      .map(({ covers }) => covers.map((c) => texts.get(c.blockId)?.slice(c.start, c.end)).join(' '));
  };
  const block = middle(look(studio, projectId));
  const before = filmed();
  await client.text.editBlock({ projectId, blockId: block.id, text: `Presently ${block.text}` });
  expect(filmed().map((words) => words.replace('Presently ', ''))).toEqual(before);
  await client.projects.undo({ projectId });
  expect(filmed()).toEqual(before);
});

test('what cannot be done to text is a coded fault with a sentence, and changes nothing', async () => {
  await using studio = createTestStudio();
  const { text } = studio.client;
  const projectId = await studio.openStory();
  const { at } = look(studio, projectId);
  const blockId = at(3).id;
  const before = projectRows(studio.studio, projectId);
  const refused = {
    'text.no-block': () => text.editBlock({ projectId, blockId: 'gone', text: '' }),
    'text.id-taken': () =>
      text.insert({ projectId, afterBlockId: null, kind: 'action', text: '', newId: blockId }),
    'text.bad-split': () => text.split({ projectId, blockId, offset: 100_000, kind: null }),
    'text.nothing-before': () => text.merge({ projectId, blockId: at(0).id }),
    'text.bad-range': () =>
      text.cut({ projectId, from: { blockId: at(5).id, offset: 0 }, to: { blockId: at(4).id, offset: 0 } }),
    'text.empty': () => text.replace({ projectId, words: ' \n ' }),
  };
  for (const [code, call] of Object.entries(refused)) {
    expect(await failureOf(call())).toMatchObject({
      code: 'FAULT',
      data: { code },
      message: expect.stringMatching(/^[A-Z"].*\.$/),
    });
  }
  expect(projectRows(studio.studio, projectId)).toEqual(before);
});
