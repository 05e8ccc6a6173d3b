import type { VoiceModel } from '../../contract/commissions.ts';
import type { Generator } from '../ports/generator.ts';

/** The models of every provider that speak, the usual one of each first. */
export async function listVoices(generators: readonly Generator[]): Promise<VoiceModel[]> {
  const speaking = generators.filter(({ defaultModels }) => defaultModels.speech !== undefined);
  const lists = await Promise.all(speaking.map(voicesOf));
  return lists.flat();
}

async function voicesOf(generator: Generator): Promise<VoiceModel[]> {
  const { provider, defaultModels } = generator;
  const ready = (await generator.ready?.())?.ok ?? true;
  const facts = generator.models?.().filter(({ kind, gone }) => kind === 'speech' && !gone) ?? [];
  const listed = facts.map(
    ({ id, name, voices, setsPace }): VoiceModel => ({
      ...{ provider, model: id, name, ready, usual: id === defaultModels.speech },
      voices: voices === null ? [] : [...voices],
      setsPace: setsPace ?? null,
    }),
  );
  const usual = defaultModels.speech ?? '';
  const isListed = listed.some(({ model }) => model === usual);
  const bare: VoiceModel = {
    ...{ provider, model: usual, name: usual, ready, usual: true, voices: [], setsPace: null },
  };
  return (isListed ? listed : [bare, ...listed]).sort((a, b) => Number(b.usual) - Number(a.usual));
}
