import { wantsProxy } from '../../../domain/assets/proxy.ts';
import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import type { Fault } from '../../../domain/kernel/result.ts';
import { type MediaChoice, travelsBy } from '../../../domain/sync/media-files.ts';
import type { ProjectSync } from '../../../domain/sync/sync-status.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../store/store.ts';
import type { SurveyedFile } from './survey-media.ts';

export interface ProxyMakerParts {
  readonly store: Pick<Store, 'commit' | 'proxiesOf'>;
  readonly library: Pick<MediaLibrary, 'addProxy' | 'hasRoom'>;
  readonly clock: Clock;
  /** Projects whose files go to others from here. */
  readonly projects: () => readonly Pick<ProjectSync, 'projectId' | 'role'>[];
  readonly choice: (projectId: ProjectId) => MediaChoice;
  readonly survey: (projectId: ProjectId) => readonly SurveyedFile[];
  /** Whether the machine does something that a person waits for. */
  readonly isBusy: () => boolean;
  readonly onChange: () => void;
  readonly report: (fault: Fault) => void;
}

/** Makes small files to look at of what goes to other devices, one after another, while nothing else is going on. */
export interface ProxyMaker {
  start(): void;
  /** Looks now: something came, or somebody chose. */
  wake(): void;
  /** How many of these files it has yet to make one of. */
  toMake(projectId: ProjectId, role: ProjectSync['role'], files: readonly SurveyedFile[]): number;
  close(): Promise<void>;
}

/** While something else is going on, this often is looked whether it still is. */
const lookAgainMs = 5_000;
/** Nothing to make: what wakes it is an edit. */
const restMs = 10 * 60_000;

export function createProxyMaker(parts: ProxyMakerParts): ProxyMaker {
  const { store, library, clock } = parts;
  const closing = new AbortController();
  /** Of which none could be made, or none that is worth keeping: not tried again by this run of the studio. */
  const given = new Set<AssetId>();
  let alarm = new AbortController();
  let running: Promise<void> | null = null;

  const wants =
    (projectId: ProjectId, role: ProjectSync['role']) =>
    (file: SurveyedFile): boolean => {
      if (role !== 'owner' && role !== 'editor') return false;
      const { asset, isHere } = file;
      if (!isHere || given.has(asset.id) || !wantsProxy(asset)) return false;
      return travelsBy(parts.choice(projectId), file).up && store.proxiesOf(asset.id).length === 0;
    };
  const next = (): AssetId | null => {
    for (const { projectId, role } of parts.projects()) {
      const found = parts.survey(projectId).find(wants(projectId, role));
      if (found !== undefined) return found.asset.id;
    }
    return null;
  };
  const makeOne = async (id: AssetId): Promise<void> => {
    const made = await library.addProxy(id, closing.signal);
    if (closing.signal.aborted) return;
    if (!made.ok) parts.report(made.fault);
    if (!made.ok || made.value === null) {
      given.add(id);
      return;
    }
    const { patch } = made.value;
    const added = store.commit(patch, { projectId: null, label: 'Proxy', undoable: false });
    if (!added.ok) given.add(id);
    parts.onChange();
  };
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      alarm = new AbortController();
      const isBusy = parts.isBusy();
      const id = isBusy || !library.hasRoom(0).ok ? null : next();
      if (id !== null) await makeOne(id);
      else {
        const woken = AbortSignal.any([alarm.signal, closing.signal]);
        await clock.wait(isBusy ? lookAgainMs : restMs, woken, { background: true });
      }
    }
  };

  return {
    start() {
      running ??= run();
    },
    wake: () => alarm.abort(),
    toMake: (projectId, role, files) => files.filter(wants(projectId, role)).length,
    async close() {
      closing.abort();
      await running;
    },
  };
}
