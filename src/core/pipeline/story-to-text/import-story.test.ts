import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { finalDraftReader } from '../../../adapters/final-draft/final-draft-reader.ts';
import { markdownReader } from '../../../adapters/markdown/markdown-reader.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { Block } from '../../../domain/text/block.ts';
import { buildLongScreenplay } from '../../../testing/builders/long-screenplay.ts';
import { importStory, type StoryImport } from './import-story.ts';
import { storyFromText } from './read-story.ts';

const projectId = 'project' as ProjectId;
let lastId = 0;

function importText(
  name: string,
  text: string | Uint8Array,
  stored: readonly Block[] = [],
): ReturnType<typeof importStory> {
  const file = unwrap(
    storyFromText({ name, path: `/stories/${name}` }, typeof text === 'string' ? Buffer.from(text) : text),
  );
  const ids = { newId: () => `id-${++lastId}` };
  return importStory({ file, projectId, stored, readers: [markdownReader, finalDraftReader], ids });
}

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../testing/fixtures/${name}`, import.meta.url), 'utf8');

describe('importStory', () => {
  test.each([
    ['stories/the-last-signal.fountain', 'The Last Signal', 'fountain', 58],
    ['stories/the-paper-boat.md', 'The Paper Boat', 'markdown', 17],
    ['stories/harbour-radio.txt', 'Harbour Radio', 'plain', 9],
    ['scripts/ferry.fdx', 'THE FERRY', 'final-draft', 18],
  ])('%s', (path, title, sourceKind, blocks) => {
    const name = path.split('/').at(-1) ?? '';
    const imported = unwrap(importText(name, fixture(path)));
    expect(imported.project).toEqual({ title, sourceKind, sourceName: name, sourcePath: `/stories/${name}` });
    expect(imported.blocks).toHaveLength(blocks);
    for (const block of imported.blocks) expect(Block.strict().safeParse(block).success).toBe(true);
    expect(importText(name, fixture(path), imported.blocks)).toMatchObject({
      ok: true,
      value: { patch: { changes: [] } },
    });
  });

  test('the same story in another encoding or with other line breaks changes nothing', () => {
    const story = fixture('stories/the-last-signal.fountain');
    const { blocks } = unwrap(importText('a.fountain', story));
    for (const again of [story.replaceAll('\n', '\r\n'), Buffer.from(`\uFEFF${story}`, 'utf16le')]) {
      expect(unwrap(importText('a.fountain', again, blocks)).patch.changes).toEqual([]);
    }
  });

  test.each([
    [
      'text.malformed',
      'a.fdx',
      '<FinalDraft><Content>\n<Paragraph></Content></FinalDraft>',
      /^"a\.fdx" is not well-formed at line 2 /,
    ],
    [
      'text.unsafe-xml',
      'a.fdx',
      '<!DOCTYPE x [<!ENTITY a "b">]><FinalDraft>&a;</FinalDraft>',
      /^"a\.fdx" declares a document type/,
    ],
    ['text.empty', 'a.fdx', '<FinalDraft><Content/></FinalDraft>', /^"a\.fdx" holds no words/],
    ['text.empty', 'a.md', '---\n', /^"a\.md" holds no words/],
  ])('%s in %s', (code, name, text, message) => {
    const imported = importText(name, text);
    expect(imported).toMatchObject({ ok: false, fault: { code } });
    if (!imported.ok) expect(imported.fault.message).toMatch(message);
  });

  test('a 120-page screenplay: one changed paragraph is one changed row, and neither import takes long', () => {
    const story = buildLongScreenplay(120);
    const start = performance.now();
    const first: StoryImport = unwrap(importText('long.fountain', story));
    const second = unwrap(
      importText(
        'long.fountain',
        story.replace('The board on the wall says 60-4', 'The clock says 60-4'),
        first.blocks,
      ),
    );
    expect(performance.now() - start).toBeLessThan(2000);
    expect(first.counts.added).toBeGreaterThan(2000);
    expect(second.patch.changes.length).toBeLessThanOrEqual(1);
  });
});
