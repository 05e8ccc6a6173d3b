import { type FrameRate, formatTimecode, frameFlicks, snapToFrame } from '../../domain/kernel/time.ts';
import { useWords } from '../words/use-words.ts';
import { parseTimecode } from './parse-timecode.ts';
import { SteppedInput, type SteppedInputProps } from './stepped-input.tsx';

type Shared = Omit<SteppedInputProps, 'value' | 'format' | 'parse' | 'step' | 'expected' | 'mono'>;

export interface TimecodeFieldProps extends Shared {
  readonly valueFlicks: number;
  readonly rate: FrameRate;
  readonly minFlicks?: number | undefined;
  readonly maxFlicks?: number | undefined;
}

/** A time or a length in timecode: typed ("3:04", "+12f", "2.5s"), dragged, and stepped by frames. */
export function TimecodeField({
  valueFlicks,
  rate,
  minFlicks = 0,
  maxFlicks = Number.MAX_SAFE_INTEGER,
  ...shared
}: TimecodeFieldProps) {
  const words = useWords('parts');
  const bound = (flicks: number): number => Math.min(maxFlicks, Math.max(minFlicks, flicks));
  return (
    <SteppedInput
      {...shared}
      mono
      value={valueFlicks}
      format={(flicks) => formatTimecode(flicks, rate)}
      parse={(text) => parseTimecode(text, rate, valueFlicks)}
      step={(flicks, steps) =>
        steps === 0 ? bound(flicks) : bound(snapToFrame(flicks + steps * frameFlicks(rate), rate))
      }
      expected={words.timecodeExpected}
    />
  );
}
