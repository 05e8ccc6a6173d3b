import { join } from 'node:path';
import { z } from 'zod';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { createJsonFile } from '../machine-state/json-file.ts';

const Caps = z.object({ monthlyBudgetUsdMicros: z.int().nonnegative().nullable() });

/** The most that all projects together may cost in a calendar month, as this person set it on this computer. */
export interface MonthlyCap {
  /** null: no such limit. */
  readonly usdMicros: number | null;
  set(usdMicros: number | null): Result<void>;
}

export function createMonthlyCap(home: string, readOnly: boolean): MonthlyCap {
  const file = createJsonFile({
    path: join(home, 'spending.json'),
    schema: Caps,
    empty: { monthlyBudgetUsdMicros: null },
    readOnly,
  });
  return {
    get usdMicros() {
      return file.value.monthlyBudgetUsdMicros;
    },
    set(usdMicros) {
      const before = file.value;
      const written = file.write({ monthlyBudgetUsdMicros: usdMicros });
      if (written.ok) return ok(undefined);
      // A limit that is gone after a restart is no limit: the one on disk holds.
      file.write(before);
      return written;
    },
  };
}
