import type { Generator } from '../../core/ports/generator.ts';
import type { GenerationKind, GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { ModelFacts, ModelVoice } from '../../domain/jobs/model-facts.ts';
import { requestDigest } from '../../domain/jobs/request-digest.ts';
import { flicksToSeconds } from '../../domain/kernel/time.ts';
import { waveFile } from '../media/wave-file.ts';
import { createFakeGenerator, type FakeGeneratorOptions } from './fake-generator.ts';
import type { FakeProvider } from './fake-provider.ts';

const voices: readonly ModelVoice[] = [
  { id: 'anna', name: 'Anna', language: 'en', gender: 'she', age: 'adult' },
  { id: 'berta', name: 'Berta', language: 'en', gender: 'she', age: 'adult' },
  { id: 'carl', name: 'Carl', language: 'en', gender: 'he', age: 'adult' },
  { id: 'dirk', name: 'Dirk', language: 'en', gender: 'he', age: 'old' },
];

const kinds = ['speech', 'music', 'effect', 'transcript'] as const satisfies readonly GenerationKind[];

/** A paid maker of sound in memory, `sounds`, whose results are real WAV files: others for other requests. */
export function createFakeSounds(
  far: FakeProvider,
  options: FakeGeneratorOptions = {},
  /** What every recording says, as a transcript. */
  transcript = '{"language":"en","words":[]}',
): Generator {
  const provider = options.provider ?? 'sounds';
  const facts = (kind: (typeof kinds)[number]): ModelFacts => ({
    ...{ provider, id: `fake-${kind}`, name: `Fake ${kind}`, kind, origin: 'table', gone: false },
    ...{ lengthsSeconds: null, mostSeconds: kind === 'speech' ? null : 22, aspects: null },
    ...{ mostPromptCharacters: null, mostReferences: 0, takesEndFrame: false, takesSeed: true },
    ...{ makesSound: true, prices: [], keptForMs: null, inputSchema: null },
    voices: kind === 'speech' ? [...voices] : null,
  });
  const resultOf = (request: GenerationRequest): Uint8Array =>
    request.kind === 'transcript' ? Buffer.from(transcript) : soundOf(request);
  const made = createFakeGenerator(far, { resultOf, ...options, provider });
  return {
    ...made,
    // A recording has no words of its own, and is no empty prompt.
    estimate: (request) =>
      made.estimate(
        request.kind === 'transcript'
          ? { ...request, kind: 'effect', prompt: 'heard', durationFlicks: 1 }
          : request,
      ),
    fetch: async (request, handle, folder, signal) => {
      const outcome = await made.fetch(request, handle, folder, signal);
      return request.kind === 'transcript' && outcome.kind === 'fetched'
        ? { ...outcome, mime: 'application/json' }
        : outcome;
    },
    defaultModels: Object.fromEntries(kinds.map((kind) => [kind, `fake-${kind}`])),
    models: () => kinds.map(facts),
  };
}

/** A tenth of a second a character, or as long as was asked for; the pitch tells requests apart. */
function soundOf(request: GenerationRequest): Uint8Array {
  const hz = 200 + (Number.parseInt(requestDigest(request).slice(0, 6), 16) % 4_000);
  if (request.kind === 'speech') return waveFile(request.text.length / 10, hz);
  const flicks = 'durationFlicks' in request ? request.durationFlicks : undefined;
  return waveFile(flicks === undefined ? 1 : flicksToSeconds(flicks), hz);
}
