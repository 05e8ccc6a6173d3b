import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../contract/contract.ts';
import { FaultError, faultOf } from '../../domain/kernel/result.ts';
import type { Log } from '../logs/log.ts';
import type { StudioParts } from '../studio-parts.ts';

/** Our faults as the contract's coded error; errors of the transport (bad input, aborts) pass as they are. */
function asContractError(thrown: unknown): unknown {
  if (thrown instanceof ORPCError) return thrown;
  if (!(thrown instanceof FaultError) && isAbort(thrown)) return thrown;
  const { code, message } = faultOf(thrown);
  return new ORPCError('FAULT', { defined: true, message, data: { code }, cause: thrown });
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}

/** Logs what was thrown, with the row's name, and makes of it what a client may see. */
function asTold(thrown: unknown, row: string, log: Log): unknown {
  if (!isAbort(thrown)) log.thrown(row, thrown);
  return asContractError(thrown);
}

/**
 * Builds every row: `os.<noun>.<verb>.handler(…)`. Handlers throw FaultErrors (see `unwrap`), clients get `FAULT`; so
 * do the events of a row that streams, whose errors arise after its handler has returned.
 */
export const os = implement(contract)
  .$context<StudioParts>()
  .use(async ({ next, path, context: { log } }) => {
    const row = path.join('.');
    try {
      const result = await next();
      return isStream(result.output)
        ? { ...result, output: withToldErrors(result.output, row, log) }
        : result;
    } catch (thrown) {
      throw asTold(thrown, row, log);
    }
  });

function isStream(output: unknown): output is AsyncGenerator {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

async function* withToldErrors(events: AsyncGenerator, row: string, log: Log): AsyncGenerator {
  try {
    return yield* events;
  } catch (thrown) {
    throw asTold(thrown, row, log);
  }
}
