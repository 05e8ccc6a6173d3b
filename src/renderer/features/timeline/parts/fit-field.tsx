import { Segmented } from '../../../ui/segmented.tsx';
import { useWords } from '../../../words/use-words.ts';

export type PartFit = 'keep' | 'grow';

/** What is done where a model's clip is longer than its place. */
export function FitField({
  value,
  onChange,
}: {
  readonly value: PartFit;
  readonly onChange: (fit: PartFit) => void;
}) {
  const words = useWords('remaking').fit;
  return (
    <div className="flex flex-col gap-1">
      <span className="text-sm text-muted">{words.label}</span>
      <Segmented<PartFit>
        label={words.label}
        value={value}
        options={[
          { value: 'keep', label: words.keep },
          { value: 'grow', label: words.grow },
        ]}
        onChange={onChange}
        className="self-start"
      />
      <p className="text-xs text-faint">{value === 'keep' ? words.keepHint : words.growHint}</p>
    </div>
  );
}
