import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../contract/contract.ts';
import { FaultError, faultOf } from '../../domain/kernel/result.ts';
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

/** Builds every row: `os.<noun>.<verb>.handler(…)`. Handlers throw FaultErrors (see `unwrap`), clients get `FAULT`. */
export const os = implement(contract)
  .$context<StudioParts>()
  .use(async ({ next, path, context }) => {
    try {
      return await next();
    } catch (thrown) {
      if (!isAbort(thrown)) context.log.thrown(path.join('.'), thrown);
      throw asContractError(thrown);
    }
  });

/** The same for a row that streams: its errors arise after the handler has returned. */
export async function* withContractErrors<T, R>(events: AsyncGenerator<T, R>): AsyncGenerator<T, R> {
  try {
    return yield* events;
  } catch (thrown) {
    throw asContractError(thrown);
  }
}
