import { useState } from 'react';
import type { CastId } from '../../../../domain/kernel/ids.ts';
import type { Voice } from '../../../../domain/project/voice.ts';
import { Slider } from '../../../ui/slider.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { HearVoice } from './hear-voice.tsx';
import { useVoiceModels } from './use-voice-models.ts';
import { VoiceField } from './voice-field.tsx';

const slowest = 0.5;
const fastest = 2;

/** A voice with its pace, and a way to hear it. */
export function VoiceChooser({
  label,
  name,
  castId,
  voice,
  onChange,
}: {
  readonly label: string;
  readonly name: string;
  readonly castId: CastId | null;
  readonly voice: Voice | null;
  readonly onChange: (voice: Voice | null) => unknown;
}) {
  const words = useWords('sound');
  const models = useVoiceModels();
  const model = models?.find((known) => known.provider === voice?.provider && known.model === voice.model);
  const nobody = models !== null && !models.some(({ ready }) => ready);
  return (
    <section className="flex flex-col gap-1">
      <div className="flex items-end gap-2">
        <VoiceField
          label={label}
          models={models}
          voice={voice}
          automatic={null}
          onChange={onChange}
          className="min-w-0 flex-1"
        />
        {voice === null ? null : <HearVoice castId={castId} name={name} voice={voice} />}
      </div>
      {voice === null ? null : model?.setsPace === false ? (
        <p className="text-sm text-faint">{words.fixedPace}</p>
      ) : (
        <Pace key={JSON.stringify(voice)} voice={voice} onChange={onChange} />
      )}
      <p className="text-sm text-faint">{nobody ? words.noVoices : words.voiceHint}</p>
    </section>
  );
}

function Pace({ voice, onChange }: { readonly voice: Voice; readonly onChange: (voice: Voice) => unknown }) {
  const words = useWords('sound');
  const formats = useFormats();
  const [speed, setSpeed] = useState(voice.speed);
  const said = words.paceValue(formats.number(Math.round(speed * 100) / 100));
  return (
    <div className="flex items-center gap-2 text-sm text-muted">
      <span>{words.pace}</span>
      <Slider
        label={words.pace}
        value={speed}
        min={slowest}
        max={fastest}
        step={0.05}
        valueText={said}
        onChange={setSpeed}
        onCommit={(value) => onChange({ ...voice, speed: Math.round(value * 100) / 100 })}
        className="w-40"
      />
      <span className="tabular-nums">{said}</span>
    </div>
  );
}
