import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cutSize } from '../../domain/export/cut-size.ts';
import type { CaptionMode } from '../../domain/export/export-record.ts';
import { captionsOf, writeVtt } from '../../domain/export/write-srt.ts';
import { AssetId, ExportId, type ProjectId } from '../../domain/kernel/ids.ts';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';
import { flicksToSeconds } from '../../domain/kernel/time.ts';
import type { CutShot, CutState, NewCut } from '../../domain/sync/share-messages.ts';
import { shotOf } from '../../domain/timeline/shot-of.ts';
import type { TimelineIndex } from '../../domain/timeline/timeline-index.ts';
import type { MediaLibrary } from '../library/media-library.ts';
import { checkTarget } from '../pipeline/timeline-to-export/check-target.ts';
import { makeFilmFile } from '../pipeline/timeline-to-export/make-film-file.ts';
import { planExport } from '../pipeline/timeline-to-export/plan-export.ts';
import type { Clock } from '../ports/clock.ts';
import type { FilmSharing } from '../ports/film-sharing.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { WorkerHost } from '../ports/worker-host.ts';
import type { Store } from '../store/store.ts';

export interface CutRequest {
  readonly projectId: ProjectId;
  readonly preset: string;
  /** `sidecar`: sent beside the film, for whoever watches to turn on and off. */
  readonly captions: CaptionMode;
  /** Of the picture; null as the project has it. It is never made larger. */
  readonly shortSidePx: number | null;
}

export interface PublishProgress {
  /** First the film is written on this computer, then it is sent. */
  readonly stage: 'writing' | 'sending';
  /** Frames, or bytes. */
  readonly done: number;
  readonly total: number;
}

export interface PublishParts {
  readonly store: Store;
  readonly library: Pick<MediaLibrary, 'assetPath' | 'verifyOnce' | 'incomingFolder'>;
  readonly workers: WorkerHost;
  readonly ids: IdSource;
  readonly clock: Clock;
}

/**
 * Writes the cut as it stands, sends it, and has all links of the project show it. The file is removed here afterwards. Until the
 * last piece has come, links show what they showed before. Faults: `export.*`, `disk.*`, `media.*`, those of the sync service.
 */
export async function publishCut(
  parts: PublishParts,
  sharing: FilmSharing,
  { projectId, preset, captions: asked, shortSidePx }: CutRequest,
  signal: AbortSignal,
  onProgress: (progress: PublishProgress) => void,
): Promise<Result<CutState>> {
  const captions = asked === 'burn' ? 'burn' : 'none';
  const planned = planExport(parts.store, parts.library, projectId, preset, captions);
  if (!planned.ok) return planned;
  const { plan, index, durationFlicks } = planned.value;
  const madeAtMs = parts.clock.nowMs();
  // Whoever may not share hears so before the film is written, not after.
  const allowed = await sharing.list(projectId, signal);
  if (!allowed.ok) return allowed;
  const id = ExportId.parse(parts.ids.newId());
  const target = await checkTarget(join(parts.library.incomingFolder, `cut-${id}.mp4`), []);
  if (!target.ok) return target;
  try {
    const made = await makeFilmFile(
      parts,
      {
        ...{ captions, signal },
        onProgress: ({ framesDone, framesTotal }) =>
          onProgress({ stage: 'writing', done: framesDone, total: framesTotal }),
      },
      { ...planned.value, plan: { ...plan, ...cutSize(plan, shortSidePx) } },
      target.value,
      id,
    );
    if (!made.ok) return made;
    const durationMs = Math.max(1, Math.round(flicksToSeconds(durationFlicks) * 1_000));
    const { path } = target.value;
    const vtt = asked === 'sidecar' ? writeVtt(captionsOf(index)) : '';
    const cut = {
      ...{ sha256: await hashOf(path), bytes: made.value.bytes, durationMs, shots: shotsOf(index), madeAtMs },
      ...(vtt === '' ? {} : { captions: vtt }),
    };
    return await sendCut(sharing, projectId, cut, path, signal, onProgress);
  } finally {
    await rm(target.value.path, { force: true });
  }
}

async function sendCut(
  sharing: FilmSharing,
  projectId: ProjectId,
  cut: NewCut,
  path: string,
  signal: AbortSignal,
  onProgress: (progress: PublishProgress) => void,
): Promise<Result<CutState>> {
  const announced = await sharing.announceCut(projectId, cut, signal);
  if (!announced.ok || announced.value.published) return announced;
  const total = cut.bytes;
  let done = 0;
  onProgress({ stage: 'sending', done, total });
  const film = { id: AssetId.parse(cut.sha256), path, bytes: total, mime: 'video/mp4' };
  const sent = await sharing.sendFilm(projectId, film, {
    pace: async () => undefined,
    onBytes(bytes) {
      // A piece that broke off counts twice when it is sent again.
      done = Math.min(total, done + bytes);
      onProgress({ stage: 'sending', done, total });
    },
    signal,
  });
  if (!sent.ok) return sent;
  onProgress({ stage: 'sending', done: total, total });
  const shown = await sharing.announceCut(projectId, cut, signal);
  if (shown.ok && !shown.value.published) return { ok: false, fault: stuck };
  return shown;
}

const stuck: Fault = {
  code: 'sync.broken',
  message:
    'The service did not keep what was sent of the film. Links show what they showed before. Try again.',
};

/** Where each shot stands on the main track, in milliseconds of the film. */
function shotsOf(index: TimelineIndex): CutShot[] {
  const toMs = (flicks: number): number => Math.round(flicksToSeconds(flicks) * 1_000);
  return [...index.main.from(0)].flatMap(({ item, startFlicks }) => {
    const shotId = shotOf(item);
    const startMs = toMs(startFlicks);
    const durationMs = toMs(startFlicks + item.durationFlicks) - startMs;
    return shotId === null ? [] : [{ shotId, startMs, durationMs }];
  });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) hash.update(piece);
  return hash.digest('hex');
}

/** Faults: `sync.no-service`. */
export function requireSharing(sharing: FilmSharing | null): Result<FilmSharing> {
  return sharing === null
    ? fail(
        'sync.no-service',
        'This studio was started without a sync service, so there is nowhere to share a film. Nothing was changed.',
      )
    : ok(sharing);
}
