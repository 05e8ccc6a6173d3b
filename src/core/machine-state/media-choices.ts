import { join } from 'node:path';
import { z } from 'zod';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { MediaChoice } from '../../domain/sync/media-files.ts';
import { createJsonFile } from './json-file.ts';

/** Which files of each project travel by themselves, on this computer: another may choose otherwise. */
export interface MediaChoices {
  /** `used` until somebody chose. */
  of(projectId: ProjectId): MediaChoice;
  set(projectId: ProjectId, choice: MediaChoice): Result<unknown>;
}

export function createMediaChoices(home: string, readOnly: boolean): MediaChoices {
  const file = createJsonFile({
    path: join(home, 'sync-media.json'),
    schema: z.record(z.string(), MediaChoice),
    empty: {},
    readOnly,
  });
  return {
    of: (projectId) => file.value[projectId] ?? 'used',
    set: (projectId, choice) => file.write({ ...file.value, [projectId]: choice }),
  };
}
