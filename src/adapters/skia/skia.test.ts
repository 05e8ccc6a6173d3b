import { setImmediate } from 'node:timers/promises';
import { GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { FaultError, unwrap } from '../../domain/kernel/result.ts';
import { registerFonts } from './register-fonts.ts';
import { createSkiaPicture, decodeSkiaPicture } from './skia-picture.ts';
import { createSkiaSurface } from './skia-surface.ts';

const inter = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';

describe('registerFonts', () => {
  test('makes a family known once', () => {
    registerFonts([{ family: 'Skia Test', file: inter }]);
    const count = GlobalFonts.families.length;
    registerFonts([{ family: 'Skia Test', file: inter }]);
    expect(GlobalFonts.has('Skia Test')).toBe(true);
    expect(GlobalFonts.families).toHaveLength(count);
  });

  test('names the file that is missing or is no font', () => {
    const missing = '@fontsource-variable/inter/files/none.woff2';
    expect(() => registerFonts([{ family: 'Missing', file: missing }])).toThrow(FaultError);
    expect(() => registerFonts([{ family: 'Missing', file: missing }])).toThrow(missing);
    const text = '@fontsource-variable/inter/LICENSE';
    expect(() => registerFonts([{ family: 'No font', file: text }])).toThrow('it is not a font');
  });
});

describe('a surface', () => {
  test('gives back the pixels that were written, straight and in order', () => {
    const surface = createSkiaSurface(3, 2);
    const picture = createSkiaPicture(3, 2);
    const rgba = Uint8Array.from({ length: 24 }, (_, i) => (i % 4 === 3 ? 255 : i * 9));
    picture.write(rgba);
    surface.context.drawImage(picture.image, 0, 0);
    expect([...surface.rgba()]).toEqual([...rgba]);
  });

  test('transparent parts of a picture with alpha show what is below', () => {
    const surface = createSkiaSurface(2, 1);
    const picture = createSkiaPicture(2, 1, true);
    picture.write(Uint8Array.from([90, 90, 90, 0, 200, 200, 200, 255]));
    surface.context.fillStyle = 'rgb(7, 7, 7)';
    surface.context.fillRect(0, 0, 2, 1);
    surface.context.drawImage(picture.image, 0, 0);
    expect([...surface.rgba()]).toEqual([7, 7, 7, 255, 200, 200, 200, 255]);
  });

  test('reading a frame does not change the next one', () => {
    const surface = createSkiaSurface(4, 4);
    for (const level of [10, 200, 30]) {
      surface.context.fillStyle = `rgb(${level}, ${level}, ${level})`;
      surface.context.fillRect(0, 0, 4, 4);
      expect(surface.rgba()[0]).toBe(level);
    }
  });

  test('keeps its memory flat over many frames', async () => {
    const surface = createSkiaSurface(1280, 720);
    const picture = createSkiaPicture(1280, 720);
    const rgba = new Uint8Array(1280 * 720 * 4).fill(120);
    const play = async (frames: number): Promise<number> => {
      for (let i = 0; i < frames; i++) {
        picture.write(rgba);
        surface.context.drawImage(picture.image, 0, 0);
        surface.rgba();
        await setImmediate();
      }
      return process.memoryUsage().rss;
    };
    const before = await play(60);
    const after = await play(240);
    // 240 frames are 884 MB when none is let go.
    expect(after - before).toBeLessThan(150e6);
  });
});

describe('decodeSkiaPicture', () => {
  test('reads what a surface wrote as PNG', async () => {
    const surface = createSkiaSurface(5, 4);
    surface.context.fillStyle = 'rgb(10, 200, 30)';
    surface.context.fillRect(0, 0, 5, 4);
    const picture = unwrap(await decodeSkiaPicture(surface.png(), 'green.png'));
    expect(picture).toMatchObject({ widthPx: 5, heightPx: 4 });
    expect([...picture.image.data().subarray(0, 4)]).toEqual([10, 200, 30, 255]);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['noise', Uint8Array.from({ length: 99 }, (_, i) => i * 7)],
  ])('says which file is no picture: %s', async (_, bytes) => {
    const result = await decodeSkiaPicture(bytes, 'photo.jpg');
    expect(result).toMatchObject({ ok: false, fault: { code: 'media.damaged' } });
    if (!result.ok) expect(result.fault.message).toContain('photo.jpg');
  });
});
