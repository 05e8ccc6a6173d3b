import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeWorkerHost } from '../../../adapters/worker-processes/create-node-worker-host.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { maxStoryBytes } from '../../../domain/text/story-size.ts';
import { makeEpub } from '../../../testing/documents/make-epub.ts';
import { makePdf, stackLines } from '../../../testing/documents/make-pdf.ts';
import { makeWordDocument } from '../../../testing/documents/make-word-document.ts';
import { readStory as readStoryWith } from './read-story.ts';
import { unpackDocument } from './unpack-document.ts';

const workers = createNodeWorkerHost();
const readStory = (path: string): ReturnType<typeof readStoryWith> => readStoryWith(path, workers);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'story-'));
});
afterAll(async () => {
  await workers.close();
  rmSync(folder, { recursive: true, force: true });
});

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
    ['text.malformed', 'paper.pdf', '%PDF-1.7\n'],
    ['text.unsupported', 'rich.docx', '{\\rtf1 hello}'],
    ['text.unsupported', 'word.txt', 'PK\u0003\u0004 zip'],
    ['text.unsupported', 'rich.txt', '{\\rtf1 hello}'],
    ['text.binary', 'data.txt', new Uint8Array([5, 0, 1, 2, 9, 0, 0, 3, 3, 3])],
    ['text.unknown-encoding', 'old.txt', new Uint8Array(60).fill(0xe4)],
  ])('%s for %s', async (code, name, content) => {
    const read = await readStory(file(name, content));
    expect(read).toMatchObject({ ok: false, fault: { code } });
    if (!read.ok) expect(read.fault.message).toMatch(new RegExp(`^"${name}".*Nothing was imported.*\\.$`));
  });

  test.each([
    ['letter.docx', makeWordDocument(['Rain fell.']), 'markdown'],
    ['book.bin', makeEpub({ title: 'Rain', author: 'A', chapters: ['<p>Rain fell.</p>'] }), 'markdown'],
    ['print.pdf', makePdf([stackLines(['Rain fell.'])]), 'markdown'],
  ])('what %s says, by what is in it', async (name, bytes, kind) => {
    const read = unwrap(await readStory(file(name, bytes)));
    expect(read).toMatchObject({ name, kind });
    expect(read.text).toContain('Rain fell.');
    expect(Buffer.from(read.bytes)).toEqual(Buffer.from(bytes));
  });

  test('a document that takes too long is given up', async () => {
    const slow = await unpackDocument(workers, makePdf([stackLines(['Rain.'])]), 1);
    expect(slow).toMatchObject({ ok: false, fault: { code: 'text.too-large' } });
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
