import { useEffect, useState } from 'react';
import type { AccountState } from '../../../../contract/account.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { watch } from '../../../state/watch.ts';

/** Who is signed in, live; null until the studio has told for the first time. */
export function useAccount(): AccountState | null {
  const { connection, client } = useStudio();
  const [state, setState] = useState<AccountState | null>(null);
  useEffect(
    () => watch(connection, (signal) => client.account.watch(undefined, { signal }), setState),
    [connection, client],
  );
  return state;
}
