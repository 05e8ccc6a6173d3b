import type { AccountState } from '../../contract/account.ts';
import type { StudioClient } from '../../contract/contract.ts';
import { exitCodes } from '../../hosting/exit-codes.ts';
import { type AccountOrder, parseAccountArguments } from '../account-arguments.ts';
import { type CommandContext, sayFault, wantsJson, withStudio } from '../command-context.ts';

/** What a verb of `account` came to: for scripts, and in lines for a person. */
interface Outcome {
  readonly json: unknown;
  readonly lines: readonly string[];
}

/** `account`: who is signed in; `sign-out`, `export --out FILE`, `delete --confirm EMAIL`. Signing in is for a window. */
export async function runAccount(context: CommandContext): Promise<number> {
  const { terminal, signal } = context;
  const order = parseAccountArguments(context.argv);
  if (!order.ok) return sayFault(terminal, order.fault, wantsJson(context.argv));
  const { home, json } = order.value;
  return withStudio(context, { what: 'account', readOnly: false, home, json }, async ({ client }) => {
    const outcome = await carryOut(client, order.value, signal, (words) => terminal.say(words));
    if (json) terminal.print(JSON.stringify(outcome.json));
    else for (const line of outcome.lines) terminal.print(line);
    return exitCodes.done;
  });
}

async function carryOut(
  client: StudioClient,
  order: AccountOrder,
  signal: AbortSignal,
  say: (words: string) => void,
): Promise<Outcome> {
  switch (order.verb) {
    case 'status': {
      const state = await client.account.state();
      return { json: state, lines: describe(state) };
    }
    case 'sign-out': {
      const state = await client.account.signOut();
      const words =
        state.message ?? 'Nobody is signed in on this computer any more. Everything on it is kept.';
      return { json: state, lines: [words] };
    }
    case 'export': {
      const destination = { to: 'path', path: order.out } as const;
      const steps = await client.account.exportData({ destination }, { signal });
      for (let step = await steps.next(); ; step = await steps.next()) {
        if (!step.done) continue;
        const { path, lines, bytes } = step.value;
        return { json: step.value, lines: [`${path}: ${lines} rows, ${bytes} bytes.`] };
      }
    }
    case 'delete': {
      say('Deleting what the sync service keeps, then the sign-in. Films on this computer stay.');
      const done = await client.account.deleteAccount({ email: order.email });
      const lines = [
        done.signInDeleted
          ? 'The account is deleted.'
          : 'What the sync service kept is deleted. The sign-in itself can only be deleted by whoever runs the account service.',
        ...(done.filesLeft > 0
          ? [
              `${done.filesLeft} files could not be removed from the storage; whoever runs the service removes them.`,
            ]
          : []),
      ];
      return { json: done, lines };
    }
  }
}

function describe({ available, signedIn, offlineSinceMs }: AccountState): string[] {
  if (!available) {
    return ['This build knows of no service to sign in to. REELWRIGHT_CLERK_KEY names one.'];
  }
  if (signedIn === null) return ['Nobody is signed in. Sign in in the window: Settings, Account.'];
  const { person, plan, organisationId, organisations } = signedIn;
  const chosen = organisations.find((one) => one.organisationId === organisationId);
  const name = `${person.firstName} ${person.lastName}`.trim();
  return [
    `${name === '' ? '' : `${name} · `}${person.email} · ${plan}`,
    ...(chosen === undefined ? [] : [`Working for ${chosen.name} (${chosen.role})`]),
    ...(offlineSinceMs === null
      ? []
      : [`The account service has not answered since ${new Date(offlineSinceMs).toISOString()}.`]),
  ];
}
