import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeClip, makePicture } from './make-media.ts';
import { clipSecondsOf, simModels, stillSizeOf } from './sim-models.ts';
import type { SimRequest } from './sim-requests.ts';

/** Files of the stand-in: uploads as they came, results made when they are first read and kept. */
export interface SimMedia {
  /** The name of a place for an upload. */
  reserve(fileName: string): string;
  store(name: string, bytes: Buffer): void;
  uploaded(name: string): Buffer | null;
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
    const prompt = String(input['prompt']);
    const heightPx = Math.min(model.heightPx ?? 720, mostClipHeightPx);
    const seconds = clipSecondsOf(model, input);
    const fps = Number(input['fps'] ?? 24);
    const frameName = String(input['image_url']).split('/').at(-1) ?? '';
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
    async result(request) {
      if (simModels[request.endpoint]?.kind === 'clip')
        return { bytes: await clip(request), mime: 'video/mp4' };
      const size = stillSizeOf(request.input) ?? { widthPx: 1024, heightPx: 768 };
      const order = {
        prompt: String(request.input['prompt']),
        seed: Number(request.input['seed'] ?? 0),
        ...size,
      };
      const bytes = await once(JSON.stringify(order), async () => makePicture(order));
      return { bytes, mime: 'image/png' };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
