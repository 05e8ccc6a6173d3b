import type { Generator } from '../core/ports/generator.ts';
import type { GenerationKind, GenerationRequest } from '../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../domain/jobs/model-facts.ts';
import { ok, type Result } from '../domain/kernel/result.ts';

/**
 * One provider whose kinds are made by several adapters, such as pictures by one and readings by another: a request goes to the
 * one that makes its kind. The key is the provider's, so the first answers for it. Models are refreshed by all.
 */
export function combineGenerators(first: Generator, second: Generator): Generator {
  const parts = [first, second];
  const makes = (part: Generator, kind: GenerationKind): boolean => part.defaultModels[kind] !== undefined;
  const partOf = ({ kind }: GenerationRequest): Generator => parts.find((part) => makes(part, kind)) ?? first;
  const modelsOf = (part: Generator): readonly ModelFacts[] => part.models?.() ?? [];
  const refreshModels = async (signal: AbortSignal): Promise<Result<number>> => {
    let known = 0;
    for (const part of parts) {
      const refreshed = (await part.refreshModels?.(signal)) ?? ok(modelsOf(part).length);
      if (!refreshed.ok) return refreshed;
      known += refreshed.value;
    }
    return ok(known);
  };
  return {
    ...first,
    free: first.free && second.free,
    defaultModels: { ...second.defaultModels, ...first.defaultModels },
    models: () => parts.flatMap(modelsOf),
    ...(parts.some((part) => part.refreshModels !== undefined) ? { refreshModels } : {}),
    maxConcurrent: Math.max(first.maxConcurrent, second.maxConcurrent),
    pollIntervalMs: Math.min(first.pollIntervalMs, second.pollIntervalMs),
    estimate: (request) => partOf(request).estimate(request),
    submit: (request, context) => partOf(request).submit(request, context),
    poll: (request, handle, signal) => partOf(request).poll(request, handle, signal),
    fetch: (request, handle, folder, signal) => partOf(request).fetch(request, handle, folder, signal),
    cancel: (request, handle) => partOf(request).cancel(request, handle),
    async lookUp(request, lost) {
      const answer = await partOf(request).lookUp?.(request, lost);
      const message = 'The provider cannot say what became of it.';
      return answer ?? { kind: 'not-found', fault: { code: 'provider.result-gone', message } };
    },
    async close() {
      await Promise.all(parts.map((part) => part.close()));
    },
  };
}
