import { basename } from 'node:path';
import type { ExportPlan, PlannedMedium } from '../../domain/export/export-plan.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { FaultError, faultOf } from '../../domain/kernel/result.ts';

/** Opens a medium of the plan. A fault names it as a person does; in the library files are called by their digest. */
export async function openPlanned<T>(
  plan: ExportPlan,
  id: AssetId | null,
  open: (medium: PlannedMedium) => Promise<T>,
): Promise<T> {
  const medium = id === null ? undefined : plan.media.get(id);
  if (medium === undefined) {
    const message = 'The film uses a medium that was not planned for. Nothing was written; export it again.';
    throw new FaultError({ code: 'export.unplanned-medium', message });
  }
  try {
    return await open(medium);
  } catch (thrown) {
    const fault = faultOf(thrown, 'media.damaged');
    throw new FaultError({ ...fault, message: fault.message.replaceAll(basename(medium.path), medium.name) });
  }
}
