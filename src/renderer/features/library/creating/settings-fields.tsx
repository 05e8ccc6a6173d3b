import type { ProjectSettings } from '../../../../contract/projects.ts';
import { aspectNames } from '../../../../domain/project/frame-shape.ts';
import { Field } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import {
  heightFor,
  rateNameOf,
  rateNames,
  rates,
  shortSideOf,
  shortSides,
  sizeOf,
} from './new-project-settings.ts';

/** Aspect, look, size and frame rate. */
export function SettingsFields({
  settings,
  styles,
  onChange,
}: {
  readonly settings: ProjectSettings;
  readonly styles: readonly string[];
  readonly onChange: (settings: ProjectSettings) => void;
}) {
  const words = useWords('library');
  const formats = useFormats();
  const [usual = ''] = styles;
  return (
    <>
      <Field label={words.aspect}>
        <div className="flex items-center gap-3">
          <Segmented
            label={words.aspect}
            value={settings.aspect}
            options={aspectNames.map((value) => ({ value, label: value }))}
            onChange={(aspect) =>
              onChange({ ...settings, aspect, heightPx: heightFor(aspect, shortSideOf(settings)) })
            }
          />
          <AspectFrame aspect={settings.aspect} />
        </div>
      </Field>
      <div className="grid grid-cols-3 gap-3">
        <Select
          label={words.look}
          value={settings.style ?? usual}
          options={styles.map((value) => ({ value, label: words.looks[value] ?? value }))}
          onChange={(style) => onChange({ ...settings, style })}
        />
        <Select
          label={words.height}
          value={String(shortSideOf(settings))}
          options={shortSides.map((side) => ({ value: String(side), label: sizeOf(settings.aspect, side) }))}
          onChange={(side) => onChange({ ...settings, heightPx: heightFor(settings.aspect, Number(side)) })}
        />
        <Select
          label={words.rate}
          value={rateNameOf(settings)}
          options={rateNames.map((name) => ({
            value: name,
            label: words.rateOf(formats.number(Number(name))),
          }))}
          onChange={(name) => onChange({ ...settings, ...rates[name] })}
        />
      </div>
      <p className="-mt-3 text-sm text-faint">{words.lookHint}</p>
    </>
  );
}

/** The frame itself, small: what the numbers mean. */
function AspectFrame({ aspect }: { readonly aspect: ProjectSettings['aspect'] }) {
  return (
    <div className="flex h-7 items-center" aria-hidden>
      <div
        className="h-7 rounded-inner border border-line-strong bg-panel"
        style={{ aspectRatio: aspect.replace(':', ' / ') }}
      />
    </div>
  );
}
