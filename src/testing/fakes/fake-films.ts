import type { Generator } from '../../core/ports/generator.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';
import { requestDigest } from '../../domain/jobs/request-digest.ts';
import { ok } from '../../domain/kernel/result.ts';
import { createFakeGenerator } from './fake-generator.ts';
import { fakePicture } from './fake-picture.ts';
import type { FakeProvider } from './fake-provider.ts';

/** A free box at the end of an MP4, which readers pass over: it tells the files of two requests apart. */
function marked(film: Uint8Array, mark: string): Uint8Array {
  const words = Buffer.from(mark);
  const box = Buffer.alloc(8);
  box.writeUInt32BE(8 + words.length);
  box.write('free', 4, 'latin1');
  return Buffer.concat([film, box, words]);
}

/**
 * A paid maker of clips, stills and larger ones of both, `films`, whose clips are a real film: two and four seconds of
 * `fake-clip`, which begins with a picture, and of `fake-ends`, which ends with one too.
 */
export function createFakeFilms(far: FakeProvider, film: Uint8Array): Generator {
  const provider = 'films';
  const facts = (id: string, kind: ModelFacts['kind'], takesEndFrame: boolean): ModelFacts => ({
    ...{ provider, id, name: id, kind, takesEndFrame, origin: 'table', gone: false },
    ...{ lengthsSeconds: kind === 'clip' ? [2, 4] : null, mostSeconds: null, aspects: null },
    ...{ mostPromptCharacters: null, mostReferences: 0, takesSeed: true, makesSound: false },
    ...{ voices: null, prices: [], keptForMs: null, inputSchema: null },
  });
  const resultOf = (request: GenerationRequest): Uint8Array =>
    request.kind === 'clip' || request.kind === 'upscaled-clip'
      ? marked(film, requestDigest(request))
      : fakePicture(request);
  return {
    ...createFakeGenerator(far, { provider, resultOf }),
    defaultModels: {
      still: 'fake-still',
      clip: 'fake-clip',
      'upscaled-still': 'fake-larger',
      'upscaled-clip': 'fake-larger-clip',
    },
    models: () => [
      facts('fake-still', 'still', false),
      facts('fake-clip', 'clip', false),
      facts('fake-ends', 'clip', true),
      facts('fake-larger', 'upscaled-still', false),
      facts('fake-larger-clip', 'upscaled-clip', false),
    ],
    estimate: async () => ok({ costUsdMicros: 10_000, basis: '1 request', pricedAtMs: 1 }),
  };
}
