import { createClerkIdentity } from '../adapters/clerk/create-clerk-identity.ts';
import { frontendAddress } from '../adapters/clerk/publishable-key.ts';
import type { AccountPorts } from '../core/account/account.ts';
import type { Clock } from '../core/ports/clock.ts';

/**
 * Of 127.0.0.1, where the browser comes back to. An instance of Clerk lists
 * `http://127.0.0.1:<port>/account/callback` for each as an allowed redirect address.
 */
const returnPorts = [47_813, 47_823, 47_833] as const;

/** Where people sign in, by `REELWRIGHT_CLERK_KEY`; null where none is named. One that is no key is told on the terminal. */
export function accountPorts(env: NodeJS.ProcessEnv, clock: Clock, takesLinks: boolean): AccountPorts | null {
  const key = env['REELWRIGHT_CLERK_KEY'] ?? '';
  if (key === '') return null;
  const address = frontendAddress(key);
  if (!address.ok) {
    process.emitWarning(address.fault.message, { code: address.fault.code });
    return null;
  }
  return {
    openIdentity: (tokens) =>
      createClerkIdentity({ address: address.value, tokens, nowMs: () => clock.nowMs() }),
    returnPorts,
    takesLinks,
  };
}
