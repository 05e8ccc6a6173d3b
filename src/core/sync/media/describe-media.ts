import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import type { Fault } from '../../../domain/kernel/result.ts';
import type { MediaChoice, MediaOverview } from '../../../domain/sync/media-files.ts';
import type { ProjectSync } from '../../../domain/sync/sync-status.ts';
import type { Store } from '../../store/store.ts';
import { wayOf } from './exchange-files.ts';
import { awayFiles, type SurveyedFile } from './survey-media.ts';

export interface MediaStanding {
  readonly store: Pick<Store, 'rows' | 'row' | 'deviceId'>;
  readonly projectId: ProjectId;
  readonly files: readonly SurveyedFile[];
  readonly role: ProjectSync['role'];
  readonly choice: MediaChoice;
  readonly isMirrored: boolean;
  readonly hasStorage: boolean;
  readonly nowMs: number;
  readonly isAsked: (id: AssetId) => boolean;
  readonly moving: MediaOverview['moving'];
  readonly toMake: number;
  readonly fault: Fault | null;
}

/** How the files of a project stand, as windows are told. */
export function describeMedia(standing: MediaStanding): MediaOverview {
  const { store, projectId, files, choice, isMirrored, fault, moving, toMake } = standing;
  const isOpen = isMirrored && standing.hasStorage && fault?.code !== 'sync.no-storage';
  const goes = wayOf(choice, standing.role);
  const waiting = (way: 'up' | 'down') => sumOf(isOpen ? files.filter((file) => goes(file) === way) : []);
  const originals = files.filter(({ asset }) => asset.proxyOf === null);
  return {
    choice,
    way: isOpen ? 'open' : isMirrored ? 'no-storage' : 'not-mirrored',
    all: sumOf(originals),
    here: sumOf(originals.filter(({ isHere }) => isHere)),
    away: awayFiles(store, projectId, files, { ...standing, canCome: isOpen }),
    toSend: waiting('up'),
    toFetch: waiting('down'),
    ...{ moving, toMake },
    fault: fault === null ? null : { code: fault.code, message: fault.message },
  };
}

function sumOf(files: readonly SurveyedFile[]): MediaOverview['toSend'] {
  return { files: files.length, bytes: files.reduce((sum, { asset }) => sum + asset.bytes, 0) };
}
