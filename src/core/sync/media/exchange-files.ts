import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import type { Fault } from '../../../domain/kernel/result.ts';
import { type MediaChoice, travelsBy } from '../../../domain/sync/media-files.ts';
import type { ProjectSync } from '../../../domain/sync/sync-status.ts';
import type { MediaTransfers } from './media-transfers.ts';
import type { SurveyedFile } from './survey-media.ts';

type Role = ProjectSync['role'];

/** Which way a file goes by itself, if any: where it is wanted, known to be missing, and may be brought. */
export function wayOf(choice: MediaChoice, role: Role) {
  return ({ use, isHere, isStored }: SurveyedFile): 'up' | 'down' | null => {
    if (!travelsBy(choice, use) || isStored === null || isHere === isStored) return null;
    if (isStored) return 'down';
    return role === 'viewer' ? null : 'up';
  };
}

/** Whether another device has yet to send a file that is wanted here. */
export function isAwaited(choice: MediaChoice) {
  return ({ use, isHere, isStored }: SurveyedFile): boolean =>
    !isHere && isStored === false && travelsBy(choice, use);
}

export interface FileExchange {
  readonly transfers: MediaTransfers;
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
  while (!exchange.signal.aborted) {
    const mayGo = wayOf(exchange.choice(), exchange.role);
    const next = files.find((file) => !tried.has(file.asset.id) && mayGo(file) !== null);
    if (next === undefined) return skipped;
    const { id } = next.asset;
    tried.add(id);
    const isUp = mayGo(next) === 'up';
    const moved = await transfers[isUp ? 'send' : 'fetch'](projectId, next.asset);
    if (moved.ok && isUp) noteStored(id, true);
    if (!moved.ok && moved.fault.code === 'sync.no-media') noteStored(id, false);
    if (!moved.ok && !isOfFile(moved.fault)) return moved.fault;
    if (!moved.ok) skipped = moved.fault;
    if (exchange.wasEdited()) files = exchange.survey();
  }
  return skipped;
}

/** Of one file, which stands in the way of no other. */
function isOfFile({ code }: Fault): boolean {
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
