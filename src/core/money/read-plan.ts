import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SpendingPlan } from '../../contract/money.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';

const mostBytes = 64 * 1024;

/**
 * The plan that the person put into the data folder (`plan.json`), read anew each time and never written. Ok with null
 * where there is none.
 */
export function readPlan(home: string): Result<SpendingPlan | null> {
  let text: string;
  try {
    text = readFileSync(join(home, 'plan.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(null);
    return unreadable('it cannot be opened');
  }
  if (text.length > mostBytes) return unreadable('it is too long');
  try {
    const parsed = SpendingPlan.safeParse(JSON.parse(text));
    if (parsed.success) return ok(parsed.data);
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    return unreadable(field === '' ? 'it is not a plan' : `its field "${field}" is not as it should be`);
  } catch {
    return unreadable('it is not JSON');
  }
}

function unreadable(why: string): Result<never> {
  return fail(
    'money.plan-unreadable',
    `The plan file plan.json is left out: ${why}. Spending goes on under the budgets alone. Mend the file, or remove it.`,
  );
}
