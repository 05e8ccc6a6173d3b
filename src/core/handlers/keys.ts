import { unwrap } from '../../domain/kernel/result.ts';
import { os } from './implementer.ts';

export const keyHandlers = {
  list: os.keys.list.handler(({ context: { providerKeys } }) => providerKeys.list()),
  set: os.keys.set.handler(
    async ({ input: { provider, key, consentToFile }, context: { providerKeys, keyChanges } }) => {
      const status = unwrap(await providerKeys.set(provider, key, consentToFile));
      await keyChanges.note(provider, 'stored');
      return status;
    },
  ),
  remove: os.keys.remove.handler(async ({ input: { provider }, context: { providerKeys, keyChanges } }) => {
    const status = unwrap(await providerKeys.remove(provider));
    await keyChanges.note(provider, 'removed');
    return status;
  }),
  test: os.keys.test.handler(async ({ input, context: { providerKeys } }) => ({
    message: unwrap(await providerKeys.test(input.provider)),
  })),
};
