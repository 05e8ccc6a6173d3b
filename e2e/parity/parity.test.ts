import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fontFiles } from '../../src/compositor/fonts.ts';
import { launchChromium } from '../../src/testing/chromium.ts';
import { compareFrames, type RgbaFrame } from '../../src/testing/ssim.ts';
import { bundlePage } from './bundle-page.ts';
import { createNodeDrawing } from './draw-in-node.ts';
import { type ParityFrame, parityFrames } from './frames.ts';
import { paintPicture, pictureNames } from './pictures.ts';

const require = createRequire(import.meta.url);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

let browser: Browser;
let page: Page;
let drawInNode: (frame: ParityFrame) => RgbaFrame;

async function drawInChromium(frame: ParityFrame): Promise<RgbaFrame> {
  const pixels = await page.evaluate((wanted) => window.parity.draw(wanted), frame);
  return { widthPx: frame.widthPx, heightPx: frame.heightPx, rgba: Buffer.from(pixels, 'base64') };
}

beforeAll(async () => {
  const pngOf = Object.fromEntries(pictureNames.map((name) => [name, paintPicture(name)]));
  drawInNode = await createNodeDrawing(pngOf);
  browser = await launchChromium();
  page = await browser.newPage();
  await page.addScriptTag({
    content: await bundlePage(fileURLToPath(new URL('parity.page.ts', import.meta.url))),
  });
  const fontBytes = fontFiles.map(({ file }) => [file, base64(readFileSync(require.resolve(file)))]);
  await page.evaluate((bytes) => window.parity.loadFonts(bytes), Object.fromEntries(fontBytes));
  const pictureBytes = Object.entries(pngOf).map(([name, png]) => [name, base64(png)]);
  await page.evaluate((bytes) => window.parity.loadPictures(bytes), Object.fromEntries(pictureBytes));
});

afterAll(async () => {
  await browser?.close();
});

const meanGoal = 0.995;
const tileGoal = 0.95;

describe('a frame in Chromium and in Node', () => {
  test.each(parityFrames)('is the same picture: $name', async (frame) => {
    const { mean, worstTile } = compareFrames(await drawInChromium(frame), drawInNode(frame));
    expect(mean).toBeGreaterThanOrEqual(meanGoal);
    expect(worstTile.value).toBeGreaterThanOrEqual(tileGoal);
  });

  test('there are thirty of them', () => {
    expect(parityFrames).toHaveLength(30);
  });

  test('the measure sees a caption that one side leaves out, which the mean alone would let pass', async () => {
    const frame = parityFrames.find(({ name }) => name === 'caption of one line');
    if (frame === undefined) throw new Error('the frame is gone');
    const layers = frame.layers.map((layer) =>
      layer.kind === 'caption' ? { ...layer, text: 'No.' } : layer,
    );
    const whole = await drawInChromium({ ...frame, layers });
    const without = compareFrames(whole, drawInNode({ ...frame, layers, captions: false }));
    expect(without.mean).toBeGreaterThanOrEqual(meanGoal);
    expect(without.worstTile.value).toBeLessThan(tileGoal);
  });

  test('scripts that no bundled font has are drawn in both, from whatever fonts the machine has', async () => {
    const text = 'مرحبا بالعالم — שלום — 你好，世界。— 👩‍👩‍👧 🎬';
    const layers = [{ kind: 'caption', text, speaker: '灯台守', opacity: 1 }] as const;
    const frame = { name: 'other scripts', widthPx: 640, heightPx: 360, captions: true, layers };
    for (const drawn of [await drawInChromium(frame), drawInNode(frame)]) {
      expect(drawn.rgba.some((byte, index) => index % 4 !== 3 && byte > 200)).toBe(true);
    }
  });
});
