import { unwrap } from '../../domain/kernel/result.ts';
import { os } from './implementer.ts';

export const providerHandlers = {
  health: os.providers.health.handler(({ context: { orchestrator } }) => orchestrator.providerStates()),
  setAtOnce: os.providers.setAtOnce.handler(
    ({ input: { provider, requests }, context: { orchestrator, atOnce } }) => {
      unwrap(atOnce.set(provider, requests));
      orchestrator.reconsider();
      return orchestrator.providerStates();
    },
  ),
  check: os.providers.check.handler(async ({ input, context: { orchestrator } }) =>
    unwrap(await orchestrator.checkProvider(input.provider)),
  ),
};
