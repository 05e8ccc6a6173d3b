import { CaptionMode } from '../../../domain/export/export-record.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { useWords } from '../../words/use-words.ts';

/** Whether captions are drawn, put beside the film, or left out, and what that means. */
export function CaptionChoice({
  value,
  onChange,
}: {
  readonly value: CaptionMode;
  readonly onChange: (mode: CaptionMode) => void;
}) {
  const words = useWords('export');
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Segmented
        label={words.captions}
        value={value}
        options={CaptionMode.options.map((mode) => ({ value: mode, label: words.captionModes[mode] }))}
        onChange={onChange}
      />
      <p className="text-sm text-faint">{words.captionHints[value]}</p>
    </div>
  );
}
