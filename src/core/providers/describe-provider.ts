import type { ProviderInfo } from '../../contract/jobs.ts';
import type { GenerationKind } from '../../domain/jobs/generation-request.ts';
import type { Generator } from '../ports/generator.ts';

/** A generator as a person chooses it. */
export async function describeProvider(generator: Generator): Promise<ProviderInfo> {
  const { provider, free, defaultModels } = generator;
  return {
    provider,
    free,
    ready: (await generator.ready?.())?.ok ?? true,
    defaultModels: { ...defaultModels },
    models: idsByKind(generator),
  };
}

/** Ids of the models of each kind, the usual one first. */
function idsByKind({ models, defaultModels }: Generator): Partial<Record<GenerationKind, string[]>> {
  const ids: Partial<Record<GenerationKind, string[]>> = {};
  for (const [kind, id] of Object.entries(defaultModels) as [GenerationKind, string][]) ids[kind] = [id];
  for (const { kind, id, gone } of models?.() ?? []) {
    const known = ids[kind] ?? [];
    if (!gone && !known.includes(id)) ids[kind] = [...known, id];
  }
  return ids;
}
