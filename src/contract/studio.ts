import { z } from 'zod';
import { row } from './base.ts';

export const DoctorFinding = z.object({
  level: z.enum(['ok', 'note', 'problem']),
  topic: z.string(),
  message: z.string(),
});
export type DoctorFinding = z.infer<typeof DoctorFinding>;

export const studio = {
  /** What happened while the data folder was opened: restored snapshots, migrations. */
  notices: row.output(z.array(z.object({ code: z.string(), message: z.string() }))),
  /** Looks at the runtime, the database, the library's files, the disk and the providers' settings. Changes nothing. */
  doctor: row.output(z.array(DoctorFinding)),
};
