import { join } from 'node:path';
import { z } from 'zod';
import { KeyChange } from '../../domain/sync/account-messages.ts';
import { createJsonFile } from '../machine-state/json-file.ts';
import type { Clock } from '../ports/clock.ts';
import type { ServiceAccount } from '../ports/service-account.ts';
import type { Account } from './account.ts';

/** Tells the account's audit list which keys were stored on this device or removed: whose, and never what they are. */
export interface KeyChanges {
  /** Told now where there is a line, else when there is one again. Nothing while nobody is signed in. */
  note(provider: string, change: KeyChange['change']): Promise<void>;
}

export interface KeyChangesParts {
  readonly account: Pick<Account, 'state' | 'onChange'>;
  readonly service: ServiceAccount | null;
  readonly home: string;
  readonly readOnly: boolean;
  readonly clock: Clock;
}

/** Older ones are forgotten: the list is for people, not for machines that turn keys around. */
const most = 100;
const mostMs = 15_000;

export function createKeyChanges({ account, service, home, readOnly, clock }: KeyChangesParts): KeyChanges {
  const Waiting = z.object({
    version: z.literal(1),
    /** Whose they are: another person who signs in here is not told of them. */
    personId: z.string().nullable(),
    changes: z.array(KeyChange),
  });
  const file = createJsonFile({
    path: join(home, 'key-changes.json'),
    schema: Waiting,
    empty: { version: 1 as const, personId: null, changes: [] },
    readOnly,
  });
  let telling = false;

  const tell = async (): Promise<void> => {
    const { personId, changes } = file.value;
    if (service === null || telling || changes.length === 0) return;
    const { signedIn, offlineSinceMs } = await account.state();
    if (signedIn?.person.id !== personId || offlineSinceMs !== null || telling) return;
    telling = true;
    try {
      const told = await service.noteKeyChanges(changes, AbortSignal.timeout(mostMs));
      // One that came meanwhile waits for the next time.
      const rest = file.value.changes.slice(changes.length);
      if (told.ok) file.write({ version: 1, personId, changes: rest });
    } finally {
      telling = false;
    }
  };
  account.onChange(() => void tell());
  return {
    async note(provider, change) {
      if (service === null) return;
      const { signedIn } = await account.state();
      if (signedIn === null) return;
      const personId = signedIn.person.id;
      const before = file.value.personId === personId ? file.value.changes : [];
      const changes = [...before, { provider, change, atMs: clock.nowMs() }].slice(-most);
      file.write({ version: 1, personId, changes });
      void tell();
    },
  };
}
