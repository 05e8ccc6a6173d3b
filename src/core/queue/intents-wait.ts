import { formatUsd } from '../../domain/jobs/money.ts';
import type { NewNotice } from '../machine-state/notice-board.ts';
import type { Store } from '../store/store.ts';

/** What was asked for while a provider could not be reached, and waits for a person now that it can. */
export function intentsWait({ jobs }: Pick<Store, 'jobs'>, provider: string): NewNotice {
  const intents = jobs.due(['draft'], provider, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const price = formatUsd(intents.reduce((sum, { estimateUsdMicros }) => sum + estimateUsdMicros, 0));
  const n = intents.length;
  return {
    level: 'warning',
    code: 'queue.confirm',
    message:
      n === 1
        ? `1 request to ${provider} was asked for while it could not be reached (${price} then). It is sent once you confirm its price.`
        : `${n} requests to ${provider} were asked for while it could not be reached (${price} then). They are sent once you confirm their prices.`,
  };
}
