import type { VoiceModel } from '../../../../contract/commissions.ts';
import type { Voice } from '../../../../domain/project/voice.ts';
import { Select } from '../../../ui/select.tsx';
import { useWords } from '../../../words/use-words.ts';
import { describeVoice, voiceOfValue, voiceOptions, voiceValue } from './voice-options.ts';

/** Choosing who speaks; without a choice the studio picks a voice that fits and that nobody else has. */
export function VoiceField({
  label,
  labelAt,
  models,
  voice,
  automatic,
  onChange,
  className,
}: {
  readonly label: string;
  readonly labelAt?: 'above' | 'beside' | 'hidden';
  readonly models: readonly VoiceModel[] | null;
  /** What a person chose; null where nobody did. */
  readonly voice: Voice | null;
  /** The name of the voice that would be picked; null while that is not known. */
  readonly automatic: string | null;
  readonly onChange: (voice: Voice | null) => unknown;
  readonly className?: string;
}) {
  const words = useWords('sound');
  const options = voiceOptions(models ?? [], voice, (one) => describeVoice(one, words.sounds));
  const auto = automatic === null ? words.automatic : words.automaticVoice(automatic);
  return (
    <Select
      label={label}
      labelAt={labelAt}
      value={voice === null ? '' : voiceValue(voice)}
      options={[{ value: '', label: auto }, ...options]}
      onChange={(value) => {
        const next = voiceOfValue(value, 1);
        const keepsPace = next !== null && voice?.model === next.model && voice.provider === next.provider;
        return onChange(keepsPace ? { ...next, speed: voice.speed } : next);
      }}
      className={className}
    />
  );
}
