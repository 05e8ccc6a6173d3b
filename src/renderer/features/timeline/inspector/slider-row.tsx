import { useState } from 'react';
import { NumberField } from '../../../ui/number-field.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { useFormats } from '../../../words/use-words.ts';

/** A value set by eye or typed; asked of the studio once, when it is let go. */
export function SliderRow({
  label,
  value,
  min,
  max,
  step,
  digits = 0,
  unit,
  onCommit,
}: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly digits?: number;
  readonly unit: string;
  readonly onCommit: (value: number) => unknown;
}) {
  const formats = useFormats();
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? value;
  return (
    <div className="flex items-center gap-2">
      <span className="w-18 shrink-0 text-sm text-muted">{label}</span>
      <Slider
        label={label}
        value={shown}
        min={min}
        max={max}
        step={step}
        valueText={`${formats.number(shown)} ${unit}`}
        onChange={setDragged}
        onCommit={(next) => {
          void Promise.resolve(onCommit(next)).finally(() => setDragged(null));
        }}
        className="flex-1"
      />
      <NumberField
        label={label}
        labelAt="hidden"
        value={shown}
        min={min}
        max={max}
        step={step}
        digits={digits}
        unit={unit}
        onCommit={onCommit}
        className="w-19 shrink-0"
      />
    </div>
  );
}
