import { useState } from 'react';
import { NumberField } from '../../../ui/number-field.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';

/** A value set by eye or typed; asked of the studio once, when it is let go. */
export function SliderRow({
  label,
  value,
  min,
  max,
  step,
  digits = 0,
  mixed = false,
  unit,
  onCommit,
}: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly digits?: number;
  /** The clips that are set together differ in it; `value` is that of the first. */
  readonly mixed?: boolean;
  readonly unit: string;
  readonly onCommit: (value: number) => unknown;
}) {
  const words = useWords('timeline');
  const formats = useFormats();
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? value;
  const name = mixed ? `${label} · ${words.mixed}` : label;
  return (
    <div className="flex items-center gap-2">
      <span className="flex w-18 shrink-0 flex-col text-sm text-muted">
        {label}
        {mixed ? <span className="text-xs text-faint">{words.mixed}</span> : null}
      </span>
      <Slider
        label={name}
        value={shown}
        min={min}
        max={max}
        step={step}
        valueText={`${formats.number(shown)} ${unit}`}
        onChange={setDragged}
        onCommit={(next) => Promise.resolve(onCommit(next)).finally(() => setDragged(null))}
        className="flex-1"
      />
      <NumberField
        label={name}
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
