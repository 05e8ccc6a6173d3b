import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import { type Fault, fail, faultOf, ok, type Result } from '../../../domain/kernel/result.ts';
import type { MediaChoice, MediaOverview } from '../../../domain/sync/media-files.ts';
import type { ProjectSync } from '../../../domain/sync/sync-status.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import type { Store } from '../../store/store.ts';
import { pauseMs, refusedAgainMs, retryAfterOf } from '../after-fault.ts';
import { removeStrayBeginnings } from './bring-in.ts';
import { exchangeFiles, isAwaited, isOfProject, wayOf } from './exchange-files.ts';
import { createMediaTransfers, type TransferParts } from './media-transfers.ts';
import { placesOf, type SurveyedFile, surveyMedia } from './survey-media.ts';

export interface MediaSyncParts extends Omit<TransferParts, 'media' | 'signal'> {
  readonly store: Pick<Store, 'row' | 'rows' | 'onCommit' | 'deviceId'>;
  /** null where no service is set. */
  readonly media: MediaStore | null;
  /** false while projects are mirrored in a place that keeps no files. */
  readonly hasStorage: () => boolean;
  /** The projects that are mirrored, and what the person may do with them. */
  readonly mirrored: () => readonly Pick<ProjectSync, 'projectId' | 'role'>[];
  readonly choices: {
    of(projectId: ProjectId): MediaChoice;
    set(projectId: ProjectId, choice: MediaChoice): Result<unknown>;
  };
  readonly random: () => number;
  readonly report: (fault: Fault) => void;
}

/** Brings files of mirrored projects to the service's storage and from there, by the choice of each project. It gates nothing. */
export interface MediaSync {
  start(): void;
  overview(projectId: ProjectId): MediaOverview;
  choose(projectId: ProjectId, choice: MediaChoice): Result<void>;
  /** Brings in a file that is not here, whatever the choice. */
  fetch(projectId: ProjectId, assetId: AssetId): Promise<Result<void>>;
  /** Looks now: somebody asked, or signed in. */
  lookNow(): void;
  close(): Promise<void>;
}

/** What others have sent meanwhile is looked for this often. */
const lookEveryMs = 60_000;
/** At first this soon, while a file is awaited that another device has yet to send; then each time twice as late. */
const awaitedAgainMs = 2_000;
/** Edits this close together are looked at together. */
const gatherMs = 1_000;
export function createMediaSync(parts: MediaSyncParts): MediaSync {
  const { store, library, media, clock, choices } = parts;
  const closing = new AbortController();
  const transfers = media === null ? null : createMediaTransfers({ ...parts, media, signal: closing.signal });
  const stored = new Map<ProjectId, Set<AssetId>>();
  const faults = new Map<ProjectId, Fault>();
  let wake = new AbortController();
  let isStale = true;
  /** Looks in vain for what is awaited. */
  let looks = 0;
  let stopListening: (() => void) | null = null;
  let running: Promise<void> | null = null;

  const survey = (projectId: ProjectId): SurveyedFile[] =>
    surveyMedia(store, library, projectId, stored.get(projectId) ?? null);

  const ask = async (projectId: ProjectId, from: MediaStore): Promise<Fault | null> => {
    const known = stored.get(projectId) ?? new Set<AssetId>();
    const open = store.rows('asset', projectId).flatMap(({ id }) => (known.has(id) ? [] : [id]));
    const asked = await from.stored(projectId, open, closing.signal);
    if (!asked.ok) return asked.fault;
    if (asked.value.size > 0) looks = 0;
    stored.set(projectId, new Set([...known, ...asked.value]));
    return null;
  };

  const exchange = async (projectId: ProjectId, role: ProjectSync['role']): Promise<Fault | null> => {
    if (media === null || transfers === null) return null;
    const refused = await ask(projectId, media);
    if (refused !== null) return refused;
    return exchangeFiles(projectId, {
      ...{ transfers, role, signal: closing.signal },
      survey: () => survey(projectId),
      choice: () => choices.of(projectId),
      wasEdited: () => {
        const was = isStale;
        isStale = false;
        return was;
      },
      noteStored: (id, isStored) => void stored.get(projectId)?.[isStored ? 'add' : 'delete'](id),
    });
  };

  const passOnce = async (): Promise<Fault | null> => {
    isStale = false;
    if (!parts.hasStorage()) return null;
    for (const { projectId, role } of parts.mirrored()) {
      const fault = await exchange(projectId, role).catch((thrown) => faultOf(thrown, 'sync.media-failed'));
      if (closing.signal.aborted) return null;
      if (fault === null) faults.delete(projectId);
      else faults.set(projectId, fault);
      parts.onChange();
      if (fault?.code === 'sync.media-failed') parts.report(fault);
      if (fault !== null && !isOfProject(fault)) return fault;
    }
    return null;
  };

  const lookAgainMs = (): number => {
    const awaits = parts
      .mirrored()
      .some(({ projectId }) => survey(projectId).some(isAwaited(choices.of(projectId))));
    return awaits ? Math.min(lookEveryMs, awaitedAgainMs * 2 ** Math.min(looks++, 10)) : lookEveryMs;
  };

  const waitAfter = (fault: Fault, misses: number): number =>
    fault.code === 'sync.no-storage'
      ? refusedAgainMs
      : Math.max(500, pauseMs(misses, retryAfterOf(fault), parts.random));

  const run = async (): Promise<void> => {
    for (let misses = 0; !closing.signal.aborted; ) {
      const fault = await passOnce();
      misses = fault === null ? 0 : misses + 1;
      wake = new AbortController();
      if (isStale && fault === null) wake.abort();
      const ms = fault === null ? lookAgainMs() : waitAfter(fault, misses);
      await clock.wait(ms, AbortSignal.any([wake.signal, closing.signal]), { background: true });
      if (isStale) looks = 0;
      if (isStale) await clock.wait(gatherMs, closing.signal, { background: true });
    }
  };

  const lookNow = (): void => {
    isStale = true;
    wake.abort();
  };

  return {
    start() {
      if (media === null || running !== null || closing.signal.aborted) return;
      removeStrayBeginnings(library.incomingFolder, (id) => store.row('asset', id) !== null);
      stopListening = store.onCommit(() => {
        isStale = true;
        // A pause after a fault is not cut short by edits.
        if (faults.size === 0) wake.abort();
      });
      running = run().catch((thrown) => parts.report(faultOf(thrown, 'sync.media-failed')));
    },
    overview(projectId) {
      const mirror = parts.mirrored().find((one) => one.projectId === projectId);
      const files = survey(projectId);
      const choice = choices.of(projectId);
      const goes = wayOf(choice, mirror?.role ?? null);
      const total = (way: 'up' | 'down') => {
        const waiting = mirror === undefined ? [] : files.filter((file) => goes(file) === way);
        return { files: waiting.length, bytes: waiting.reduce((sum, { asset }) => sum + asset.bytes, 0) };
      };
      const fault = faults.get(projectId) ?? null;
      return {
        choice,
        files: placesOf(store, projectId, files, { isMirrored: mirror !== undefined, nowMs: clock.nowMs() }),
        toSend: total('up'),
        toFetch: total('down'),
        moving: transfers?.movingFor(projectId) ?? null,
        fault: fault === null ? null : { code: fault.code, message: fault.message },
      };
    },
    choose(projectId, choice) {
      const chosen = choices.set(projectId, choice);
      if (!chosen.ok) return chosen;
      lookNow();
      parts.onChange();
      return ok(undefined);
    },
    async fetch(projectId, assetId) {
      const asset = store.row('asset', assetId);
      if (asset === null || !store.rows('asset', projectId).some(({ id }) => id === assetId)) return noFile();
      if (library.assetPath(assetId).ok) return ok(undefined);
      return transfers === null ? notThere() : transfers.fetch(projectId, asset);
    },
    lookNow,
    async close() {
      closing.abort();
      stopListening?.();
      await running;
    },
  };
}

function noFile(): Result<never> {
  return fail('library.no-asset', 'This film has no such file any more. Nothing was changed.');
}

function notThere(): Result<never> {
  return fail(
    'sync.no-service',
    'No sync service is set, so projects stay on this computer. Nothing was changed.',
  );
}
