import { join } from 'node:path';
import { z } from 'zod';
import { SignedInPerson } from '../../contract/account.ts';
import { createJsonFile } from '../machine-state/json-file.ts';
import type { SignedIn } from '../ports/identity.ts';

/** Who was signed in when the identity service last answered: no token, nothing that opens anything. */
export interface AccountMemory {
  readonly signedIn: SignedInPerson | null;
  remember(signedIn: SignedIn | null): void;
}

export function openAccountMemory(home: string, readOnly: boolean): AccountMemory {
  const file = createJsonFile({
    path: join(home, 'account.json'),
    schema: z.object({ version: z.literal(1), signedIn: SignedInPerson.nullable() }),
    empty: { version: 1 as const, signedIn: null },
    readOnly,
  });
  return {
    get signedIn() {
      return file.value.signedIn;
    },
    remember(signedIn) {
      const next = signedIn === null ? null : { ...signedIn, organisations: [...signedIn.organisations] };
      if (JSON.stringify(next) === JSON.stringify(file.value.signedIn)) return;
      // Where the disk does not take it, it holds until the studio ends; the next start asks the service.
      file.write({ version: 1, signedIn: next });
    },
  };
}
