import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import type { Fault } from '../../../domain/kernel/result.ts';
import { inTravelOrder, type MediaChoice, travelsBy } from '../../../domain/sync/media-files.ts';
import type { ProjectSync } from '../../../domain/sync/sync-status.ts';
import type { MediaTransfers } from './media-transfers.ts';
import type { SurveyedFile } from './survey-media.ts';

type Role = ProjectSync['role'];

/** Which way a file goes by itself, if any: where it is wanted, known to be missing, and may be brought. */
export function wayOf(choice: MediaChoice, role: Role) {
  return (file: SurveyedFile): 'up' | 'down' | null => {
    const { isHere, isStored } = file;
    if (isStored === null || isHere === isStored) return null;
    const goes = travelsBy(choice, file);
    if (isStored) return goes.down ? 'down' : null;
    return goes.up && role !== 'viewer' ? 'up' : null;
  };
}

/** Whether another device has yet to send a file that is wanted here. */
export function isAwaited(choice: MediaChoice) {
  return (file: SurveyedFile): boolean =>
    !file.isHere && file.isStored === false && travelsBy(choice, file).down;
}

export interface FileExchange {
  readonly transfers: Pick<MediaTransfers, 'send' | 'fetch' | 'quiet'>;
  readonly survey: () => readonly SurveyedFile[];
  readonly choice: () => MediaChoice;
  readonly role: Role;
  /** Whether the film was edited since this was asked last: something else may come first now. */
  readonly wasEdited: () => boolean;
  readonly noteStored: (id: AssetId, isStored: boolean) => void;
  readonly signal: AbortSignal;
}

/** The files of one project, one after another, until none waits or something is in the way. Each is tried once. */
export async function exchangeFiles(projectId: ProjectId, exchange: FileExchange): Promise<Fault | null> {
  const { transfers, noteStored } = exchange;
  const tried = new Set<AssetId>();
  let skipped: Fault | null = null;
  let files = exchange.survey();
  for (;;) {
    // What a person waits for has the line to itself.
    await transfers.quiet();
    if (exchange.signal.aborted) return skipped;
    const choice = exchange.choice();
    const mayGo = wayOf(choice, exchange.role);
    const next = inTravelOrder(choice, files).find(
      (file) => !tried.has(file.asset.id) && mayGo(file) !== null,
    );
    if (next === undefined) return skipped;
    const { id } = next.asset;
    const isUp = mayGo(next) === 'up';
    const moved = await transfers[isUp ? 'send' : 'fetch'](projectId, next.asset);
    if (!moved.ok || moved.value === 'moved') tried.add(id);
    if (moved.ok && moved.value === 'moved' && isUp) noteStored(id, true);
    if (!moved.ok && moved.fault.code === 'sync.no-media') noteStored(id, false);
    if (!moved.ok && !isOfFile(moved.fault)) return moved.fault;
    if (!moved.ok) skipped = moved.fault;
    if (exchange.wasEdited()) files = exchange.survey();
  }
}

/** Of one file, which stands in the way of no other. */
export function isOfFile({ code }: Fault): boolean {
  return code.startsWith('library.') || code === 'sync.no-media' || code === 'sync.media-damaged';
}

/** Of one project, which stands in the way of no other. */
export function isOfProject(fault: Fault): boolean {
  return isOfFile(fault) || ofProject.includes(fault.code);
}

const ofProject: readonly string[] = [
  'sync.over-quota',
  'sync.read-only',
  'sync.no-access',
  'sync.no-project',
];
