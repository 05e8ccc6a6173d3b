import { useFormats, useWords } from '../words/use-words.ts';
import { parseNumber } from './parse-number.ts';
import { SteppedInput, type SteppedInputProps } from './stepped-input.tsx';

type Shared = Omit<SteppedInputProps, 'format' | 'parse' | 'step' | 'expected' | 'mono'>;

export interface NumberFieldProps extends Shared {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** What one press of an arrow key, or 4 px of dragging, adds. */
  readonly step?: number | undefined;
  /** How many digits it is shown and kept with. */
  readonly digits?: number | undefined;
}

/** A number that is typed, dragged and stepped; written with the language's decimal separator, read with a point or a comma. */
export function NumberField({
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
  step = 1,
  digits = 0,
  ...shared
}: NumberFieldProps) {
  const words = useWords('parts');
  const formats = useFormats();
  const bound = (value: number): number => Number(Math.min(max, Math.max(min, value)).toFixed(digits));
  return (
    <SteppedInput
      {...shared}
      format={(value) => formats.typed(value, digits)}
      parse={parseNumber}
      step={(value, steps) => bound(value + steps * step)}
      expected={
        Number.isFinite(min) && Number.isFinite(max)
          ? words.numberBetween(formats.typed(min), formats.typed(max))
          : words.anyNumber
      }
    />
  );
}
