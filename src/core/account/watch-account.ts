import type { AccountState } from '../../contract/account.ts';
import type { Account } from './account.ts';

/** The state now, then after each change, until `signal` ends it. Who reads slowly misses what lay between. */
export async function* watchAccount(
  account: Pick<Account, 'state' | 'onChange'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<AccountState, void> {
  let changed = true;
  let wake: (() => void) | null = null;
  const stir = (): void => {
    changed = true;
    wake?.();
  };
  const stopListening = account.onChange(stir);
  signal?.addEventListener('abort', stir);
  try {
    while (signal?.aborted !== true) {
      if (changed) {
        changed = false;
        yield await account.state();
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    stopListening();
    signal?.removeEventListener('abort', stir);
  }
}
