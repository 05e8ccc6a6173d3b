import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeClip } from '../fal-sim/make-media.ts';

/** A real MP4 of the length that was asked for, small. */
export async function makeSimClip(prompt: string, seconds: number, heightPx = 90): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'sim-clip-'));
  try {
    return await makeClip({ prompt, seconds, fps: 12, heightPx, startFrame: null }, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
