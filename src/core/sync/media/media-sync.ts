import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import { type Fault, fail, faultOf, ok, type Result } from '../../../domain/kernel/result.ts';
import { type MediaChoice, type MediaOverview, travelsBy } from '../../../domain/sync/media-files.ts';
import type { ProjectSync } from '../../../domain/sync/sync-status.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import type { Store } from '../../store/store.ts';
import { pauseMs, retryAfterOf } from '../after-fault.ts';
import { removeStrayBeginnings } from './bring-in.ts';
import { createMediaTransfers, type TransferParts } from './media-transfers.ts';
import { placesOf, type SurveyedFile, surveyMedia } from './survey-media.ts';

export interface MediaSyncParts extends Omit<TransferParts, 'media' | 'signal'> {
  readonly store: Pick<Store, 'row' | 'rows' | 'onCommit' | 'deviceId'>;
  /** null where no service is set. */
  readonly media: MediaStore | null;
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
/** Edits this close together are looked at together. */
const gatherMs = 1_000;
/** Faults of one project, or of one file, that do not stand in the way of the others. */
const ownFaults: readonly string[] = [
  'over-quota',
  'read-only',
  'no-access',
  'no-project',
  'no-media',
  'media-damaged',
];

export function createMediaSync(parts: MediaSyncParts): MediaSync {
  const { store, library, media, clock, choices } = parts;
  const closing = new AbortController();
  const transfers = media === null ? null : createMediaTransfers({ ...parts, media, signal: closing.signal });
  const stored = new Map<ProjectId, Set<AssetId>>();
  const faults = new Map<ProjectId, Fault>();
  let wake = new AbortController();
  let isStale = true;
  let stopListening: (() => void) | null = null;
  let running: Promise<void> | null = null;

  const survey = (projectId: ProjectId): SurveyedFile[] =>
    surveyMedia(store, library, projectId, stored.get(projectId) ?? null);
  const mayMove = (projectId: ProjectId, role: ProjectSync['role']) => {
    const choice = choices.of(projectId);
    return ({ use, isHere, isStored }: SurveyedFile): 'up' | 'down' | null => {
      if (!travelsBy(choice, use) || isStored === null || isHere === isStored) return null;
      if (isStored) return 'down';
      return role === 'viewer' ? null : 'up';
    };
  };

  const ask = async (projectId: ProjectId, from: MediaStore): Promise<Fault | null> => {
    const known = stored.get(projectId) ?? new Set<AssetId>();
    const open = store.rows('asset', projectId).flatMap(({ id }) => (known.has(id) ? [] : [id]));
    const asked = await from.stored(projectId, open, closing.signal);
    if (!asked.ok) return asked.fault;
    stored.set(projectId, new Set([...known, ...asked.value]));
    return null;
  };

  /** One project, until nothing of it waits or something is in the way. */
  const exchangeFiles = async (projectId: ProjectId, role: ProjectSync['role']): Promise<Fault | null> => {
    if (media === null || transfers === null) return null;
    const refused = await ask(projectId, media);
    if (refused !== null) return refused;
    const tried = new Set<AssetId>();
    let own: Fault | null = null;
    for (let files = survey(projectId), i = 0; i < files.length && !closing.signal.aborted; i++) {
      const file = files[i];
      const way = file === undefined || tried.has(file.asset.id) ? null : mayMove(projectId, role)(file);
      if (file === undefined || way === null) continue;
      tried.add(file.asset.id);
      const moved = await transfers[way === 'up' ? 'send' : 'fetch'](projectId, file.asset);
      if (moved.ok && way === 'up') stored.get(projectId)?.add(file.asset.id);
      if (!moved.ok && !isOwn(moved.fault)) return moved.fault;
      if (!moved.ok) own = moved.fault;
      if (own?.code === 'sync.over-quota') return own;
      if (!isStale) continue;
      // The film was edited meanwhile: something else may come first now.
      isStale = false;
      files = survey(projectId);
      i = -1;
    }
    return own;
  };

  const passOnce = async (): Promise<Fault | null> => {
    isStale = false;
    for (const { projectId, role } of parts.mirrored()) {
      const fault = await exchangeFiles(projectId, role).catch((thrown) =>
        faultOf(thrown, 'sync.media-failed'),
      );
      if (closing.signal.aborted) return null;
      if (fault === null) faults.delete(projectId);
      else faults.set(projectId, fault);
      parts.onChange();
      if (fault?.code === 'sync.media-failed') parts.report(fault);
      if (fault !== null && !isOwn(fault)) return fault;
    }
    return null;
  };

  const run = async (): Promise<void> => {
    for (let misses = 0; !closing.signal.aborted; ) {
      const fault = await passOnce();
      misses = fault === null ? 0 : misses + 1;
      wake = new AbortController();
      if (isStale && fault === null) wake.abort();
      const ms =
        fault === null ? lookEveryMs : Math.max(500, pauseMs(misses, retryAfterOf(fault), parts.random));
      await clock.wait(ms, AbortSignal.any([wake.signal, closing.signal]), { background: true });
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
      const wayOf = mayMove(projectId, mirror?.role ?? null);
      const total = (way: 'up' | 'down') => {
        const waiting = mirror === undefined ? [] : files.filter((file) => wayOf(file) === way);
        return { files: waiting.length, bytes: waiting.reduce((sum, { asset }) => sum + asset.bytes, 0) };
      };
      const fault = faults.get(projectId) ?? null;
      return {
        choice: choices.of(projectId),
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

function isOwn({ code }: Fault): boolean {
  return code.startsWith('library.') || ownFaults.some((name) => code === `sync.${name}`);
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
