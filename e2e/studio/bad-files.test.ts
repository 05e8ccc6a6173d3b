import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { dropFiles } from './drop-files.ts';
import { type OpenFilm, openFilm } from './open-film.ts';
import { testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const noise = Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7_919 + (at >> 3) * 31) & 255);
const begin = (text: string): Uint8Array => Uint8Array.from([...Buffer.from(text, 'latin1'), ...noise]);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
/** One red pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let film: OpenFilm;
let projectId: ProjectId;
const executed: string[] = [];
const status = () => film.page.locator('footer [role="status"]');
const show = (hash: string): Promise<void> => film.show(hash);

beforeAll(async () => {
  if (!onServer) return;
  film = await openFilm({ story: 'INT. PIER - DAY\n\nRain falls.\n' });
  ({ projectId } = film);
  film.page.on('dialog', (dialog) => {
    executed.push(dialog.message());
    void dialog.dismiss();
  });
});
afterAll(() => film?.close());

test.runIf(onServer).each([
  ['virus.exe', begin('MZ'), /cannot be read as a story/],
  ['archive.zip', begin('PK\x03\x04'), /cannot be read as a story/],
  ['clip.mp4', begin('\0\0\0\x18ftypisom'), /is a picture, a video or a sound\. Open a project first/],
  ['drawing.svg', svg, /is a picture, a video or a sound/],
])('the library says what to do with %s', async (name, bytes, words) => {
  const { page } = film;
  await show('#/library');
  await page.getByRole('button', { name: 'New project' }).waitFor();
  await dropFiles(page, 'main > div', [{ name, bytes, type: name.endsWith('.svg') ? 'image/svg+xml' : '' }]);
  await status().filter({ hasText: words }).waitFor();
});

test.runIf(onServer).each([
  ['empty.txt', '', /"empty\.txt" is empty\. Nothing was stored/],
  ['binary.txt', noise, /is not text but binary data/],
  ['broken.fdx', '<?xml version="1.0"?><FinalDraft><Content><Para', /not well-formed at line 1/],
  [
    'entity.fdx',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><FinalDraft/>',
    /declares a document type/,
  ],
])(
  'a story that cannot be read (%s) leaves the dialog as it was, with the reason',
  async (name, bytes, words) => {
    const { page } = film;
    await show('#/library');
    await page.getByRole('button', { name: 'New project' }).waitFor();
    await dropFiles(page, 'main > div', [{ name, bytes }]);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make project' }).click();
    await dialog.getByRole('alert').filter({ hasText: words }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  },
);

test.runIf(onServer)('text in UTF-16 with control characters becomes a project', async () => {
  const { page } = film;
  await show('#/library');
  await page.getByRole('button', { name: 'New project' }).waitFor();
  const words = Buffer.from('INT. HÜTTE - NACHT\r\n\r\nRegen\u0007 fällt.\r\n', 'utf16le');
  await dropFiles(page, 'main > div', [{ name: 'hütte.txt', bytes: Buffer.from([0xff, 0xfe, ...words]) }]);
  await page.getByRole('dialog').getByRole('button', { name: 'Make project' }).click();
  await page.getByText('INT. HÜTTE - NACHT').first().waitFor();
});

test.runIf(onServer)('the bin takes what can be read and says why the rest was not', async () => {
  const { page } = film;
  await show(`#/project/${projectId}/cut`);
  await page.getByRole('radio', { name: 'Media' }).click();
  const bin = 'section:has(input[type="file"])';
  await dropFiles(page, bin, [
    { name: 'list.mp4', bytes: '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n' },
    { name: 'red.png', bytes: png },
    { name: 'script.png', bytes: svg },
    { name: 'nothing.mp4', bytes: '' },
  ]);
  await status()
    .filter({ hasText: /1 file imported, 3 were not\. list\.mp4 was not read: it is a playlist/ })
    .waitFor();
  await page.getByText('red.png').waitFor();
  await dropFiles(page, bin, [{ name: 'nothing.mp4', bytes: '' }]);
  await status().filter({ hasText: '"nothing.mp4" is empty. Nothing was stored.' }).waitFor();
});

test.runIf(onServer)(
  'a file that is dropped where nothing takes one opens nothing and says where it goes',
  async () => {
    const { page } = film;
    for (const name of ['write', 'board', 'deliver']) {
      await show(`#/project/${projectId}/${name}`);
      await page.getByRole('main').waitFor();
      expect(await dropFiles(page, 'main', [{ name: 'red.png', bytes: png }])).toBe(true);
      await status().filter({ hasText: 'Nothing here takes files.' }).waitFor();
    }
  },
);

test.runIf(onServer)('media that are opened by their address run nothing', async () => {
  const { page, context } = film.studio;
  const [asset] = await film.client.assets.imported();
  const opened = await context.newPage();
  const answer = await opened.goto(`${new URL(page.url()).origin}/media/${asset?.id}`);
  const headers = answer?.headers() ?? {};
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
  expect(headers['content-type']).toBe('image/png');
  await opened.close();
});

test.runIf(onServer)('nothing that was in a file was executed', () => {
  expect(executed).toEqual([]);
});
