import { unwrap } from '../../domain/kernel/result.ts';
import { os } from './implementer.ts';

export const keyHandlers = {
  list: os.keys.list.handler(({ context: { providerKeys } }) => providerKeys.list()),
  set: os.keys.set.handler(async ({ input: { provider, key, consentToFile }, context: { providerKeys } }) =>
    unwrap(await providerKeys.set(provider, key, consentToFile)),
  ),
  remove: os.keys.remove.handler(async ({ input, context: { providerKeys } }) =>
    unwrap(await providerKeys.remove(input.provider)),
  ),
  test: os.keys.test.handler(async ({ input, context: { providerKeys } }) => ({
    message: unwrap(await providerKeys.test(input.provider)),
  })),
};
