import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { markdownReader } from '../adapters/markdown/markdown-reader.ts';
import { unwrap } from '../domain/kernel/result.ts';
import { flicksToSeconds } from '../domain/kernel/time.ts';
import { breakDown } from '../domain/shots/break-down.ts';
import { formatShotList } from '../domain/shots/format-shot-list.ts';
import type { BlockContent } from '../domain/text/block.ts';
import { parseFountain } from '../domain/text/fountain/parse-fountain.ts';
import { parseProse } from '../domain/text/plain/parse-prose.ts';
import { blocksFrom, testProjectId } from './builders/build-blocks.ts';

const stories: Record<string, (source: string) => readonly BlockContent[]> = {
  'the-last-signal.fountain': (source) => parseFountain(source).blocks,
  'harbour-radio.txt': (source) => parseProse(source).blocks,
  'the-paper-boat.md': (source) => unwrap(markdownReader.read(source)).blocks,
};

/** The shot lists are read by people: a change in one of these files is a change in the films. */
test.each(Object.keys(stories))('the shot list of %s', async (name) => {
  const source = readFileSync(new URL(`./fixtures/stories/${name}`, import.meta.url), 'utf8');
  const blocks = blocksFrom(stories[name]?.(source) ?? []);
  const { scenes, cast, shots } = breakDown({ id: testProjectId, fpsNum: 24, fpsDen: 1 }, blocks);
  const people = cast.map(({ name: who, description, voiceOnly }) => {
    return `${who}${voiceOnly ? ' (voice)' : ''}${description === null ? '' : `: ${description}`}`;
  });
  const list = `${formatShotList(scenes, shots)}\nCAST\n${people.join('\n')}\n`;
  await expect(list).toMatchFileSnapshot(`./fixtures/shot-lists/${name}.shots.txt`);
});

test('the last signal runs for about three minutes', () => {
  const source = readFileSync(
    new URL('./fixtures/stories/the-last-signal.fountain', import.meta.url),
    'utf8',
  );
  const { shots } = breakDown(
    { id: testProjectId, fpsNum: 24, fpsDen: 1 },
    blocksFrom(parseFountain(source).blocks),
  );
  const seconds = shots.reduce((sum, { durationFlicks }) => sum + flicksToSeconds(durationFlicks), 0);
  expect(seconds).toBeGreaterThan(180);
  expect(seconds).toBeLessThan(240);
});
