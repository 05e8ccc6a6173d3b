import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maxStoryBytes, readStory } from './read-story.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'story-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('readStory', () => {
  test('gives the text, its encoding and kind, and the bytes as they are', async () => {
    const bytes = Buffer.from('\uFEFFTitle: A\r\n\r\nINT. HUT\r\n', 'utf16le');
    const read = await readStory(file('a.fountain', bytes));
    expect(read).toMatchObject({
      ok: true,
      value: {
        name: 'a.fountain',
        kind: 'fountain',
        encoding: 'utf-16le',
        text: 'Title: A\r\n\r\nINT. HUT\r\n',
      },
    });
    if (read.ok) expect(Buffer.from(read.value.bytes)).toEqual(bytes);
  });

  test.each([
    ['text.empty', 'empty.md', ''],
    ['text.empty', 'white.md', ' \n\t\r\n'],
    ['text.unsupported', 'paper.pdf', '%PDF-1.7\n'],
    ['text.unsupported', 'word.txt', 'PK\u0003\u0004 zip'],
    ['text.unsupported', 'rich.txt', '{\\rtf1 hello}'],
    ['text.binary', 'data.txt', new Uint8Array([5, 0, 1, 2, 9, 0, 0, 3, 3, 3])],
    ['text.unknown-encoding', 'old.txt', new Uint8Array(60).fill(0xe4)],
  ])('%s for %s', async (code, name, content) => {
    const read = await readStory(file(name, content));
    expect(read).toMatchObject({ ok: false, fault: { code } });
    if (!read.ok) expect(read.fault.message).toMatch(new RegExp(`^"${name}".*Nothing was imported.*\\.$`));
  });

  test('a file above 20 MB, without reading it', async () => {
    const path = file('huge.txt', '');
    truncateSync(path, maxStoryBytes + 1);
    expect(await readStory(path)).toMatchObject({ ok: false, fault: { code: 'text.too-large' } });
  });

  test('a path that leads nowhere, to a folder or through a file', async () => {
    for (const path of [join(folder, 'none.md'), folder, join(file('x.md', 'x'), 'y.md')]) {
      expect(await readStory(path)).toMatchObject({ ok: false, fault: { code: 'text.unreadable' } });
    }
  });
});
