import { useId } from 'react';
import {
  type ExportPresetName,
  exportPresets,
  isExportPreset,
} from '../../../../domain/export/export-presets.ts';
import { useWords } from '../../../words/use-words.ts';

const names = Object.keys(exportPresets).filter(isExportPreset);

/** The presets, with what each is for. The size of the chosen one stands beside its name. */
export function PresetList({
  value,
  sizeWords,
  onChange,
}: {
  readonly value: ExportPresetName;
  readonly sizeWords: string;
  readonly onChange: (preset: ExportPresetName) => void;
}) {
  const words = useWords('export');
  const group = useId();
  return (
    <fieldset
      aria-label={words.presetsTitle}
      className="flex min-w-0 flex-col sm:max-lg:grid sm:max-lg:grid-cols-3"
    >
      {names.map((name) => {
        const preset = words.presets[name];
        return (
          <label
            key={name}
            className="relative cursor-pointer border-b border-line px-3 py-2.5 sm:max-lg:border-b-0 sm:max-lg:not-last:border-r transition-colors duration-100 before:absolute before:inset-y-0 before:left-0 before:w-0.5 hover:bg-hover has-checked:bg-accent-soft has-checked:before:bg-accent has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={group}
              value={name}
              checked={name === value}
              onChange={() => onChange(name)}
              className="sr-only"
            />
            <span className="flex items-baseline justify-between gap-2">
              <span className="text-base font-medium text-text">{preset.name}</span>
              {name === value ? <span className="text-sm text-muted tabular-nums">{sizeWords}</span> : null}
            </span>
            <span className="block text-sm text-text">{preset.use}</span>
            <span className="mt-1 block text-sm text-muted">{preset.text}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
