import type { Asset } from '../../../domain/assets/asset.ts';
import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import { type Fault, fail, faultOf, ok, type Result } from '../../../domain/kernel/result.ts';
import type { MediaChoice, MediaOverview } from '../../../domain/sync/media-files.ts';
import { holdersElsewhere } from '../../../domain/sync/media-place.ts';
import type { ProjectSync } from '../../../domain/sync/sync-status.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import type { Store } from '../../store/store.ts';
import { pauseMs, refusedAgainMs, retryAfterOf } from '../after-fault.ts';
import { removeStrayBeginnings } from './bring-in.ts';
import { describeMedia } from './describe-media.ts';
import { exchangeFiles, isAwaited, isOfProject } from './exchange-files.ts';
import { createFileFetcher, type FetchedFiles } from './fetch-files.ts';
import { lightestWays } from './lightest-ways.ts';
import { type Asker, createMediaTransfers, type TransferParts } from './media-transfers.ts';
import { noteHolders } from './note-holders.ts';
import { createProxyMaker } from './proxy-maker.ts';
import { type SurveyedFile, surveyMedia } from './survey-media.ts';

export interface MediaSyncParts extends Omit<TransferParts, 'media' | 'signal' | 'library'> {
  readonly store: Pick<Store, 'row' | 'rows' | 'onCommit' | 'deviceId' | 'commit' | 'proxiesOf'>;
  readonly library: TransferParts['library'] & Pick<MediaLibrary, 'addProxy'>;
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
  /** Whether the machine does something that a person waits for. */
  readonly isBusy: () => boolean;
  readonly random: () => number;
  readonly report: (fault: Fault) => void;
}

/** Brings files of mirrored projects to the service's storage and from there, by the choice of each project. It gates nothing. */
export interface MediaSync {
  start(): void;
  overview(projectId: ProjectId): MediaOverview;
  choose(projectId: ProjectId, choice: MediaChoice): Result<void>;
  /**
   * Files of a project that can be asked for: these, or those that are kept in the storage, used by the film or all. `library.no-asset`,
   * `sync.no-service`, `sync.no-storage`.
   */
  missingOf(projectId: ProjectId, which: 'used' | 'all' | readonly AssetId[]): Result<readonly Asset[]>;
  /** Brings in files that are not here, whatever the choice, before anything that goes by itself. */
  fetch(projectId: ProjectId, assetIds: readonly AssetId[], asker: Asker): Promise<Result<FetchedFiles>>;
  /**
   * Somebody looks at these: what is needed to show them comes next, the smallest there is. The latest call counts. Nothing comes
   * where nothing is to travel by itself.
   */
  lookAt(projectId: ProjectId, assetIds: readonly AssetId[]): void;
  /** Whether a file that is not here is kept in the storage, or another device said it has it. */
  isElsewhere(id: AssetId): boolean;
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

const nothing: ReadonlySet<AssetId> = new Set();

export function createMediaSync(parts: MediaSyncParts): MediaSync {
  const { store, library, media, clock, choices } = parts;
  const closing = new AbortController();
  const { signal } = closing;
  const transfers = media === null ? null : createMediaTransfers({ ...parts, media, signal });
  const isHere = (id: AssetId): boolean => library.assetPath(id).ok;
  const fetcher =
    transfers === null ? null : createFileFetcher({ ...parts, transfers, isHere, signal: closing.signal });
  const stored = new Map<ProjectId, Set<AssetId>>();
  const faults = new Map<ProjectId, Fault>();
  let wake = new AbortController();
  let isStale = true;
  /** Looks in vain for what is awaited. */
  let looks = 0;
  let stopListening: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let lookedAt = new AbortController();

  const storedOf = (projectId: ProjectId): ReadonlySet<AssetId> | null =>
    media === null || !parts.hasStorage() ? nothing : (stored.get(projectId) ?? null);
  const survey = (projectId: ProjectId): SurveyedFile[] =>
    surveyMedia(store, library, projectId, storedOf(projectId));
  const maker = createProxyMaker({
    ...{ store, library, clock, survey, isBusy: parts.isBusy },
    projects: () => (media === null || !parts.hasStorage() ? [] : parts.mirrored()),
    choice: choices.of,
    onChange: parts.onChange,
    report: parts.report,
  });

  const ask = async (projectId: ProjectId, from: MediaStore): Promise<Fault | null> => {
    const known = stored.get(projectId) ?? new Set<AssetId>();
    const open = store.rows('asset', projectId).flatMap(({ id }) => (known.has(id) ? [] : [id]));
    const asked = await from.stored(projectId, open, signal);
    if (!asked.ok) return asked.fault;
    if (asked.value.size > 0) looks = 0;
    stored.set(projectId, new Set([...known, ...asked.value]));
    return null;
  };

  const exchange = async (projectId: ProjectId, role: ProjectSync['role']): Promise<Fault | null> => {
    // Also where no storage is: others are told who has what.
    const mayWrite = role === 'owner' || role === 'editor';
    const noted = mayWrite ? noteHolders(store, survey(projectId)) : ok(undefined);
    if (media === null || transfers === null || !parts.hasStorage()) return noted.ok ? null : noted.fault;
    const refused = await ask(projectId, media);
    if (refused !== null) return refused;
    return exchangeFiles(projectId, {
      ...{ transfers, role, signal },
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
    for (const { projectId, role } of parts.mirrored()) {
      const fault = await exchange(projectId, role).catch((thrown) => faultOf(thrown, 'sync.media-failed'));
      if (signal.aborted) return null;
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
    for (let misses = 0; !signal.aborted; ) {
      const fault = await passOnce();
      misses = fault === null ? 0 : misses + 1;
      maker.wake();
      wake = new AbortController();
      if (isStale && fault === null) wake.abort();
      const ms = fault === null ? lookAgainMs() : waitAfter(fault, misses);
      await clock.wait(ms, AbortSignal.any([wake.signal, signal]), { background: true });
      if (isStale) looks = 0;
      if (isStale) await clock.wait(gatherMs, signal, { background: true });
    }
  };

  const lookNow = (): void => {
    isStale = true;
    wake.abort();
  };
  const missingOf: MediaSync['missingOf'] = (projectId, which) => {
    const files = survey(projectId);
    const asked = typeof which === 'string' ? null : new Set(which);
    const wanted = files.filter(({ asset, use, isStored }) =>
      asked === null
        ? asset.proxyOf === null && isStored === true && (which === 'all' || use !== 'other')
        : asked.has(asset.id),
    );
    if (asked !== null && wanted.length < asked.size) return noFile();
    const missing = wanted.filter((file) => !file.isHere).map(({ asset }) => asset);
    if (missing.length > 0 && fetcher === null) return notThere();
    return missing.length > 0 && !parts.hasStorage() ? noStorage() : ok(missing);
  };
  const fetch: MediaSync['fetch'] = async (projectId, assetIds, asker) => {
    const missing = missingOf(projectId, assetIds);
    if (!missing.ok) return missing;
    if (missing.value.length === 0 || fetcher === null) return ok({ fetched: assetIds.length, missed: [] });
    return fetcher.fetch(projectId, missing.value, asker);
  };

  return {
    start() {
      if (running !== null || signal.aborted) return;
      removeStrayBeginnings(library.incomingFolder, (id) => store.row('asset', id) !== null);
      stopListening = store.onCommit(() => {
        isStale = true;
        // A pause after a fault is not cut short by edits.
        if (faults.size === 0) wake.abort();
      });
      running = run().catch((thrown) => parts.report(faultOf(thrown, 'sync.media-failed')));
      maker.start();
    },
    overview(projectId) {
      const mirror = parts.mirrored().find((one) => one.projectId === projectId);
      const files = survey(projectId);
      return describeMedia({
        ...{ store, projectId, files, role: mirror?.role ?? null, choice: choices.of(projectId) },
        isMirrored: mirror !== undefined,
        hasStorage: media !== null && parts.hasStorage(),
        nowMs: clock.nowMs(),
        isAsked: (id) => fetcher?.isAsked(id) ?? false,
        moving: transfers?.movingFor(projectId) ?? null,
        toMake: mirror === undefined ? 0 : maker.toMake(projectId, mirror.role, files),
        fault: faults.get(projectId) ?? null,
      });
    },
    choose(projectId, choice) {
      const chosen = choices.set(projectId, choice);
      if (!chosen.ok) return chosen;
      lookNow();
      parts.onChange();
      return ok(undefined);
    },
    missingOf,
    fetch,
    isElsewhere(id) {
      const mirrored = parts.mirrored();
      if (mirrored.some(({ projectId }) => stored.get(projectId)?.has(id) === true)) return true;
      const heldBy = store.row('asset', id)?.heldBy ?? null;
      const { deviceId: thisDevice } = store;
      return mirrored.length > 0 && holdersElsewhere({ heldBy, thisDevice }).length > 0;
    },
    lookAt(projectId, assetIds) {
      lookedAt.abort();
      lookedAt = new AbortController();
      if (fetcher === null || !parts.hasStorage() || choices.of(projectId) === 'none') return;
      const wanted = lightestWays(survey(projectId), assetIds).filter(({ id }) => !fetcher.isAsked(id));
      if (wanted.length === 0) return;
      // Why it does not come is said where it is shown; it is tried again with the next look.
      void fetcher.fetch(projectId, wanted, { signal: lookedAt.signal });
    },
    lookNow,
    async close() {
      closing.abort();
      stopListening?.();
      await Promise.all([running, maker.close()]);
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

function noStorage(): Result<never> {
  return fail(
    'sync.no-storage',
    'A database of your own keeps no files, so there is nowhere to fetch this from. Copy it from the computer that has it.',
  );
}
