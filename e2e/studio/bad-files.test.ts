import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { dropFiles } from './drop-files.ts';
import { openStudioPage, type StudioPage, testHost } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';

const onServer = testHost() === 'server';
const settings = { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null } as const;
const noise = Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7_919 + (at >> 3) * 31) & 255);
const begin = (text: string): Uint8Array => Uint8Array.from([...Buffer.from(text, 'latin1'), ...noise]);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
/** One red pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let studio: StudioPage;
let projectId: ProjectId;
let calls: Awaited<ReturnType<typeof callStudio>>;
const executed: string[] = [];
const status = () => studio.page.locator('footer [role="status"]');
const show = (hash: string) =>
  studio.page.evaluate((to) => {
    location.hash = to;
  }, hash);

beforeAll(async () => {
  if (!onServer) return;
  const renderer = process.env['REELWRIGHT_TEST_RENDERER'];
  studio = await openStudioPage({
    args: ['--reuse-address', ...(renderer === undefined ? [] : ['--renderer', renderer])],
  });
  studio.page.on('dialog', (dialog) => {
    executed.push(dialog.message());
    void dialog.dismiss();
  });
  calls = await callStudio(studio.server);
  const words = 'INT. PIER - DAY\n\nRain falls.\n';
  const made = await calls.client.projects.create({
    name: 'pier.fountain',
    source: { from: 'words', words },
    settings,
  });
  projectId = made.project.id;
});
afterAll(async () => {
  calls?.close();
  await studio?.close();
});

test.runIf(onServer).each([
  ['virus.exe', begin('MZ'), /cannot be read as a story/],
  ['archive.zip', begin('PK\x03\x04'), /cannot be read as a story/],
  ['clip.mp4', begin('\0\0\0\x18ftypisom'), /is a picture, a video or a sound\. Open a project first/],
  ['drawing.svg', svg, /is a picture, a video or a sound/],
])('the library says what to do with %s', async (name, bytes, words) => {
  const { page } = studio;
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
    const { page } = studio;
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
  const { page } = studio;
  await show('#/library');
  await page.getByRole('button', { name: 'New project' }).waitFor();
  const words = Buffer.from('INT. HÜTTE - NACHT\r\n\r\nRegen\u0007 fällt.\r\n', 'utf16le');
  await dropFiles(page, 'main > div', [{ name: 'hütte.txt', bytes: Buffer.from([0xff, 0xfe, ...words]) }]);
  await page.getByRole('dialog').getByRole('button', { name: 'Make project' }).click();
  await page.getByText('INT. HÜTTE - NACHT').first().waitFor();
});

test.runIf(onServer)('the bin takes what can be read and says why the rest was not', async () => {
  const { page } = studio;
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
    const { page } = studio;
    for (const name of ['write', 'board', 'deliver']) {
      await show(`#/project/${projectId}/${name}`);
      await page.getByRole('main').waitFor();
      expect(await dropFiles(page, 'main', [{ name: 'red.png', bytes: png }])).toBe(true);
      await status().filter({ hasText: 'Nothing here takes files.' }).waitFor();
    }
  },
);

test.runIf(onServer)('media that are opened by their address run nothing', async () => {
  const { page, context } = studio;
  const [asset] = await calls.client.assets.imported();
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
