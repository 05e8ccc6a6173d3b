import type { VoiceModel } from '../../../../contract/commissions.ts';
import type { ModelVoice } from '../../../../domain/jobs/model-facts.ts';
import type { Voice } from '../../../../domain/project/voice.ts';
import type { SelectOption } from '../../../ui/select.tsx';

/** What tells one voice from another in a list. */
export function describeVoice(
  { name, gender, age }: ModelVoice,
  words: Readonly<Record<'she' | 'he' | 'child' | 'young' | 'adult' | 'old', string>>,
): string {
  // An adult is what one expects.
  const traits = [gender, age === 'adult' ? undefined : age].flatMap((trait) =>
    trait === undefined ? [] : [words[trait]],
  );
  return [name, traits.join(', ')].filter((part) => part !== '').join(' · ');
}

/** The value of a voice in a list of choices. */
export function voiceValue({ provider, model, voice }: Pick<Voice, 'provider' | 'model' | 'voice'>): string {
  return JSON.stringify([provider, model, voice]);
}

/** The voice behind a value; null for the automatic one. */
export function voiceOfValue(value: string, speed: number): Voice | null {
  if (value === '') return null;
  const [provider, model, voice] = JSON.parse(value) as [string, string, string];
  return { provider, model, voice, speed };
}

/** The voices of all models that can be had, by model; and one that is chosen though it cannot be had now. */
export function voiceOptions(
  models: readonly VoiceModel[],
  chosen: Voice | null,
  say: (voice: ModelVoice) => string,
): SelectOption<string>[] {
  const listed = models
    .filter(({ ready }) => ready)
    .flatMap(({ provider, model, name, voices }) =>
      voices.map((voice) => ({
        value: voiceValue({ provider, model, voice: voice.id }),
        label: say(voice),
        group: name,
      })),
    );
  if (chosen === null || listed.some(({ value }) => value === voiceValue(chosen))) return listed;
  return [{ value: voiceValue(chosen), label: chosen.voice, group: chosen.model }, ...listed];
}

/** What a voice is called; its id where no model lists it. */
export function nameOfVoice(
  models: readonly VoiceModel[] | null,
  { provider, model, voice }: { readonly provider: string; readonly model: string; readonly voice: string },
): string {
  const of = models?.find((known) => known.provider === provider && known.model === model);
  return of?.voices.find(({ id }) => id === voice)?.name ?? voice;
}
