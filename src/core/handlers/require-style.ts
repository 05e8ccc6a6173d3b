import { fail, ok, type Result } from '../../domain/kernel/result.ts';

/** The named look, or the default for null. `project.unknown-style` lists the names. */
export function requireStyle(styles: readonly [string, ...string[]], wanted: string | null): Result<string> {
  if (wanted === null) return ok(styles[0]);
  if (styles.includes(wanted)) return ok(wanted);
  return fail(
    'project.unknown-style',
    `There is no look named "${wanted}". Nothing was started. The looks are ${styles.join(', ')}.`,
  );
}
