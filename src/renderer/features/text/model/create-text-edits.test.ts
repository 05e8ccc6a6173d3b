import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectionLost } from '../../../../contract/fault-of-call.ts';
import type { BlockId, ProjectId } from '../../../../domain/kernel/ids.ts';
import { FaultError } from '../../../../domain/kernel/result.ts';
import { createTestStudio, type TestStudio } from '../../../../testing/create-test-studio.ts';
import { createProjectMirror, type ProjectMirror } from '../../../state/project-mirror.ts';
import { createTextEdits } from './create-text-edits.ts';
import { newBlockId } from './new-block-id.ts';
import type { TextEdits } from './text-edits.ts';

/** A window over the real studio in memory, with a line that can be cut. */
interface Bench {
  readonly studio: TestStudio;
  readonly projectId: ProjectId;
  readonly mirror: ProjectMirror;
  readonly edits: TextEdits;
  readonly refused: string[];
  cut(how: 'before' | 'after' | 'full'): void;
  mend(): void;
  stored(id: string): string | undefined;
}

let bench: Bench;

async function open(): Promise<Bench> {
  const studio = createTestStudio();
  const projectId = await studio.openStory('harbour-radio.txt');
  const { store } = studio.studio.parts;
  const mirror = createProjectMirror();
  const read = (): void => {
    mirror.receive({ kind: 'rows', entity: 'block', rows: store.rows('block', projectId) } as never);
    mirror.receive({ kind: 'ready' } as never);
  };
  read();
  let line: 'open' | 'before' | 'after' | 'full' = 'open';
  const listeners = new Set<() => void>();
  store.onCommit((patch) => {
    if (line === 'open') mirror.receive({ kind: 'patch', patch } as never);
  });
  const text = new Proxy(studio.client.text, {
    get: (rows, name) => async (input: never) => {
      if (line === 'before') throw new FaultError(connectionLost);
      if (line === 'full') throw new FaultError({ code: 'store.disk-full', message: 'The drive is full.' });
      const answer = await (rows[name as keyof typeof rows] as (input: never) => Promise<unknown>)(input);
      if (line === 'after') throw new FaultError(connectionLost);
      return answer;
    },
  });
  const refused: string[] = [];
  const edits = createTextEdits({
    projectId,
    mirror,
    client: { text },
    isOpen: () => line === 'open' || line === 'full',
    onLine: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onRefused: ({ code }) => refused.push(code),
    onRecovered: () => refused.push('recovered'),
    pauseMs: 5,
    retryMs: 20,
  });
  edits.attach();
  return {
    studio,
    projectId,
    mirror,
    edits,
    refused,
    cut(how) {
      line = how;
    },
    mend() {
      line = 'open';
      for (const listener of listeners) listener();
      read();
    },
    stored: (id) => store.row('block', id as BlockId)?.text,
  };
}

beforeEach(async () => {
  bench = await open();
});
afterEach(() => bench.studio.cleanup());

const first = () => bench.mirror.rows('block')[0]?.id as BlockId;
const shown = () => bench.edits.blocks().map(({ text }) => text);

test('words that a full disk refuses stay, are said to be unsaved, and are saved once there is room', async () => {
  bench.cut('full');
  bench.edits.type(first(), 'Typed on a full disk.');
  await vi.waitFor(() => expect(bench.edits.save().state).toBe('unsaved'));
  bench.edits.type(first(), 'Typed on a full disk, and more.');
  expect(shown()[0]).toBe('Typed on a full disk, and more.');
  expect(bench.refused[0]).toBe('store.disk-full');
  bench.mend();
  await vi.waitFor(() => expect(bench.edits.save().state).toBe('saved'));
  expect(bench.stored(first())).toBe('Typed on a full disk, and more.');
  expect(bench.refused.at(-1)).toBe('recovered');
});

test('typed words show at once, are one edit after a pause, and count as saved then', async () => {
  const before = shown();
  bench.edits.type(first(), 'One');
  bench.edits.type(first(), 'One two');
  expect(shown()).toEqual(['One two', ...before.slice(1)]);
  expect(bench.edits.save().state).toBe('saving');
  expect(await bench.edits.settle()).toBe(true);
  expect(bench.stored(first())).toBe('One two');
  expect(bench.edits.save()).toMatchObject({ state: 'saved', savedAtMs: expect.any(Number) });
  await bench.studio.client.projects.undo({ projectId: bench.projectId });
  expect(shown()).toEqual(before);
});

test('a new block can be typed in before the studio has answered', async () => {
  const id = newBlockId();
  bench.edits.run({ edit: 'split', blockId: first(), offset: 11, kind: null, id });
  bench.edits.type(id, 'Second half.');
  const expected = shown();
  expect(expected[1]).toBe('Second half.');
  expect(await bench.edits.settle()).toBe(true);
  expect(shown()).toEqual(expected);
  expect(bench.mirror.rows('block').map(({ text }) => text)).toEqual(expected);
});

test('while the line is lost everything waits and shows; it is sent when the line is back', async () => {
  bench.cut('before');
  bench.edits.type(first(), 'Written on the train.');
  expect(await bench.edits.settle()).toBe(false);
  expect(bench.edits.save().state).toBe('waiting');
  expect(shown()[0]).toBe('Written on the train.');
  bench.mend();
  await vi.waitFor(() => expect(bench.stored(first())).toBe('Written on the train.'));
  expect(await bench.edits.settle()).toBe(true);
});

test('an edit whose answer was lost is not done twice', async () => {
  const blocks = bench.edits.blocks();
  const second = blocks[1]?.id as BlockId;
  const joined = (blocks[0]?.text ?? '') + (blocks[1]?.text ?? '');
  const isMerged = () => bench.stored(first()) === joined;
  bench.cut('after');
  bench.edits.run({ edit: 'merge', blockId: second });
  expect(shown()[0]).toBe(joined);
  bench.mend();
  await vi.waitFor(() => expect(isMerged()).toBe(true));
  expect(await bench.edits.settle()).toBe(true);
  expect(shown()).toEqual([joined, ...blocks.slice(2).map(({ text }) => text)]);
});

test('words that come from elsewhere while a block is typed in stand beside the typed ones', async () => {
  const { client } = bench.studio;
  bench.edits.type(first(), 'Mine.');
  await client.text.editBlock({ projectId: bench.projectId, blockId: first(), text: 'Theirs.' });
  expect(shown()[0]).toBe('Mine.');
  expect(bench.edits.conflict()).toEqual({ blockId: first(), theirs: 'Theirs.' });
  expect(await bench.edits.settle()).toBe(true);
  expect(bench.stored(first())).toBe('Mine.');
});

test('words typed in a block that somebody deleted are kept in a new one', async () => {
  const gone = first();
  bench.edits.type(gone, 'Still wanted.');
  await bench.studio.client.text.delete({ projectId: bench.projectId, blockIds: [gone] });
  expect(await bench.edits.settle()).toBe(true);
  expect(bench.refused).toEqual(['text.no-block']);
  expect(bench.mirror.rows('block').at(-1)?.text).toBe('Still wanted.');
});
