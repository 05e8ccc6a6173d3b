import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { MediaFiles } from '../ports/media-files.ts';
import { storeFailure } from './library-faults.ts';
import type { LibraryLayout } from './library-layout.ts';
import type { MediaLibrary } from './media-library.ts';

const StripShape = z.object({ columns: z.int(), widthPx: z.int(), heightPx: z.int() });

type Answer<Method extends 'thumbnails' | 'waveform'> =
  Awaited<ReturnType<MediaLibrary[Method]>> extends Result<infer T> ? T : never;
type Made<Method extends 'thumbnails' | 'waveform'> = Result<Omit<Answer<Method>, 'shownId'>>;

/** Thumbnails and waveforms, made once per medium and parameters. The folder may be deleted at any time. */
export interface MediaCache {
  thumbnails(id: AssetId, path: string, frames: number, heightPx: number): Promise<Made<'thumbnails'>>;
  waveform(id: AssetId, path: string, bucketsPerSecond: number): Promise<Made<'waveform'>>;
}

export function createMediaCache(layout: LibraryLayout, mediaFiles: MediaFiles): MediaCache {
  /** Asked for twice while it is being made, it is made once. */
  const making = new Map<string, Promise<Result<unknown>>>();
  const once = <T>(key: string, make: () => Promise<Result<T>>): Promise<Result<T>> => {
    const running = making.get(key) as Promise<Result<T>> | undefined;
    if (running !== undefined) return running;
    const started = make().finally(() => making.delete(key));
    making.set(key, started);
    return started;
  };
  const place = (kind: string, id: AssetId, rest: string): string =>
    join(layout.cache, kind, id.slice(0, 2), `${id}-${rest}`);

  return {
    thumbnails(id, path, frames, heightPx) {
      const jpeg = place('thumbnails', id, `${frames}x${heightPx}.jpg`);
      const shape = `${jpeg}.json`;
      return once(jpeg, async () => {
        const known = await readShape(shape);
        if (known !== null && (await exists(jpeg))) return ok({ path: jpeg, ...known });
        const made = await mediaFiles.thumbnails(path, frames, heightPx);
        if (!made.ok) return made;
        const { columns, widthPx, heightPx: height } = made.value;
        const shapeNow = { columns, widthPx, heightPx: height };
        // The shape comes last: where it is, the picture is complete.
        const written = await writeWhole(layout, [
          [jpeg, made.value.jpeg],
          [shape, JSON.stringify(shapeNow)],
        ]);
        return written.ok ? ok({ path: jpeg, ...shapeNow }) : written;
      });
    },
    waveform(id, path, bucketsPerSecond) {
      const peaks = place('waveforms', id, `${bucketsPerSecond}.peaks`);
      return once(peaks, async () => {
        if (await exists(peaks)) return ok({ path: peaks, bucketsPerSecond });
        const made = await mediaFiles.waveform(path, bucketsPerSecond);
        if (!made.ok) return made;
        const bytes = new Uint8Array(
          made.value.peaks.buffer,
          made.value.peaks.byteOffset,
          made.value.peaks.length,
        );
        const written = await writeWhole(layout, [[peaks, bytes]]);
        return written.ok ? ok({ path: peaks, bucketsPerSecond }) : written;
      });
    },
  };
}

async function readShape(path: string): Promise<z.infer<typeof StripShape> | null> {
  try {
    return StripShape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null; // Not made yet, or not readable: either way it is made again.
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** Each file appears whole or not at all. Not synced: after a power cut it is made again. */
async function writeWhole(
  layout: LibraryLayout,
  files: readonly (readonly [path: string, content: Uint8Array | string])[],
): Promise<Result<void>> {
  for (const [path, content] of files) {
    const partial = `${path}.${randomUUID()}.partial`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(partial, content);
      await rename(partial, path);
    } catch (thrown) {
      await rm(partial, { force: true }).catch(() => undefined);
      return { ok: false, fault: storeFailure(thrown, layout.cache) };
    }
  }
  return ok(undefined);
}
