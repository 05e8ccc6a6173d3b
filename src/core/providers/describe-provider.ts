import type { ProviderInfo } from '../../contract/jobs.ts';
import type { Generator } from '../ports/generator.ts';

/** A generator as a person chooses it. */
export async function describeProvider(generator: Generator): Promise<ProviderInfo> {
  const { provider, free, defaultModels, models } = generator;
  return {
    provider,
    free,
    ready: (await generator.ready?.())?.ok ?? true,
    defaultModels: { ...defaultModels },
    models: {
      still: [...(models?.still ?? [defaultModels.still])],
      clip: [...(models?.clip ?? [defaultModels.clip])],
    },
  };
}
