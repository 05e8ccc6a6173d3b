import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeClip, makePicture } from './make-media.ts';
import { makeSound } from './make-sound.ts';
import { secondsOf, simModels, stillSizeOf, wordsOf } from './sim-models.ts';
import type { SimRequest } from './sim-requests.ts';

/** Files of the stand-in: uploads as they came, results made when they are first read and kept. */
export interface SimMedia {
  /** The name of a place for an upload. */
  reserve(fileName: string): string;
  store(name: string, bytes: Buffer): void;
  uploaded(name: string): Buffer | null;
  /** How many files came. */
  uploads(): number;
  result(request: SimRequest): Promise<{ readonly bytes: Buffer; readonly mime: string }>;
  close(): void;
}

/** `mostClipHeightPx` keeps clips small where their size does not matter. */
export function createSimMedia(mostClipHeightPx: number): SimMedia {
  const folder = mkdtempSync(join(tmpdir(), 'fal-sim-'));
  const uploads = new Map<string, Buffer | null>();
  const made = new Map<string, Promise<Buffer>>();

  const once = (key: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    const name = createHash('sha256').update(key).digest('hex');
    const known = made.get(name) ?? make();
    made.set(name, known);
    return known;
  };

  const clip = (request: SimRequest): Promise<Buffer> => {
    const { endpoint, input } = request;
    const model = simModels[endpoint];
    if (model === undefined) throw new Error(`no model ${endpoint}`);
    const prompt = wordsOf(input);
    const heightPx = Math.min(model.heightPx ?? 720, mostClipHeightPx);
    const seconds = secondsOf(model, input);
    const fps = Number(input['fps'] ?? 24);
    const frameName = startFrameOf(input).split('/').at(-1) ?? '';
    const startFrame = uploads.get(frameName) ?? null;
    const frameDigest = startFrame === null ? '' : createHash('sha256').update(startFrame).digest('hex');
    return once(JSON.stringify([endpoint, prompt, seconds, fps, heightPx, frameDigest]), () =>
      makeClip({ prompt, seconds, fps, heightPx, startFrame }, folder),
    );
  };

  return {
    reserve(fileName) {
      const name = `${randomUUID()}-${fileName.replace(/[^\w.-]/g, '_')}`;
      uploads.set(name, null);
      return name;
    },
    store: (name, bytes) => void uploads.set(name, bytes),
    uploaded: (name) => uploads.get(name) ?? null,
    uploads: () => [...uploads.values()].filter((bytes) => bytes !== null).length,
    async result(request) {
      const model = simModels[request.endpoint];
      if (model?.output.medium === 'video') return { bytes: await clip(request), mime: 'video/mp4' };
      const words = wordsOf(request.input);
      if (model?.output.medium === 'audio') {
        const sound = { words, seconds: secondsOf(model, request.input) };
        return { bytes: await once(JSON.stringify(sound), async () => makeSound(sound)), mime: 'audio/wav' };
      }
      const size = stillSizeOf(request.input) ?? { widthPx: 1024, heightPx: 768 };
      const order = { prompt: words, seed: Number(request.input['seed'] ?? 0), ...size };
      const bytes = await once(JSON.stringify(order), async () => makePicture(order));
      return { bytes, mime: 'image/png' };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The address of the picture that a clip begins with, whatever its field is called. */
function startFrameOf(input: SimRequest['input']): string {
  const fields = ['image_url', 'start_image_url', 'first_frame_url'];
  return String(fields.map((name) => input[name]).find((value) => typeof value === 'string') ?? '');
}
