import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { ModelCatalogue } from '../../../../contract/models.ts';
import type { Otherwise } from '../../../../domain/project/chosen-maker.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { priceOfModel } from '../../../words/describe-model.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { AddWay, usualMinutes } from './add-way.tsx';
import type { ModelKind } from './model-kinds.ts';
import { useMakerName } from './use-maker-name.ts';

type Way = Otherwise[number];

/** What happens while the maker cannot be had, in order: moved by its arrows, which keys reach as well. */
export function OrderEditor({
  kind,
  provider,
  makers,
  order,
  isFilm,
  onChange,
}: {
  readonly kind: ModelKind;
  readonly provider: string;
  readonly makers: readonly ModelCatalogue[];
  /** null: a film that takes the order of all films. */
  readonly order: Otherwise | null;
  readonly isFilm: boolean;
  readonly onChange: (order: Otherwise | null) => void;
}) {
  const words = useWords('models').order;
  const ways = order ?? [];
  const set = (at: number, way: Way | null): void =>
    onChange(ways.flatMap((one, i) => (i !== at ? [one] : way === null ? [] : [way])));
  const move = (at: number, by: 1 | -1): void => {
    const next = [...ways];
    const [way] = next.splice(at, 1);
    if (way === undefined) return;
    next.splice(at + by, 0, way);
    onChange(next);
  };
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <h4 className="text-sm font-medium text-text">{words.title}</h4>
      <p className="text-sm text-muted">{words.text}</p>
      {order === null ? <p className="text-sm text-text">{words.ofAll}</p> : null}
      {order !== null && ways.length === 0 ? <p className="text-sm text-text">{words.none}</p> : null}
      {ways.length === 0 ? null : (
        <ol aria-label={words.title} className="flex flex-col">
          {ways.map((way, at) => (
            <WayRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a place in the order is what a row is
              key={at}
              way={way}
              place={at}
              of={ways.length}
              makers={makers}
              onMove={(by) => move(at, by)}
              onChange={(next) => set(at, next)}
            />
          ))}
        </ol>
      )}
      <div className="flex gap-2">
        <AddWay
          kind={kind}
          provider={provider}
          makers={makers}
          ways={ways}
          onAdd={(way) => onChange([...ways, way])}
        />
        {isFilm && order !== null ? (
          <Button size="small" variant="quiet" onClick={() => onChange(null)}>
            {words.asAll}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function WayRow({
  way,
  place,
  of,
  makers,
  onMove,
  onChange,
}: {
  readonly way: Way;
  readonly place: number;
  readonly of: number;
  readonly makers: readonly ModelCatalogue[];
  readonly onMove: (by: 1 | -1) => void;
  readonly onChange: (way: Way | null) => void;
}) {
  const models = useWords('models');
  const words = models.order;
  const formats = useFormats();
  const nameOf = useMakerName();
  const minutes = way.kind === 'wait' ? (way.minutes ?? usualMinutes) : usualMinutes;
  const maker = way.kind === 'provider' ? makers.find((one) => one.provider === way.provider) : undefined;
  const model = way.kind === 'provider' ? maker?.models.find(({ id }) => id === way.model) : undefined;
  const title =
    way.kind === 'wait'
      ? words.wait(formats.number(minutes))
      : way.kind === 'animatic'
        ? words.animatic
        : words.provider(nameOf(way.provider), model?.name ?? way.model);
  return (
    <li className="flex min-h-8 items-center gap-2 border-b border-line py-1 text-sm last:border-b-0">
      <span className="w-4 shrink-0 text-right text-faint tabular-nums">{place + 1}</span>
      <span className="min-w-0 flex-1 text-text">
        <span className="block truncate">{title}</span>
        {model === undefined ? null : (
          <span className="block truncate text-faint tabular-nums">
            {priceOfModel(model, maker?.free === true, models, formats)}
          </span>
        )}
      </span>
      {way.kind === 'wait' ? (
        <NumberField
          label={words.waitFor}
          labelAt="hidden"
          value={minutes}
          min={1}
          max={1_440}
          className="w-16"
          onCommit={(next: number) => onChange({ kind: 'wait', minutes: next })}
        />
      ) : null}
      <IconButton
        icon={ArrowUp}
        size="small"
        label={words.earlier(title)}
        disabled={place === 0}
        onClick={() => onMove(-1)}
      />
      <IconButton
        icon={ArrowDown}
        size="small"
        label={words.later(title)}
        disabled={place === of - 1}
        onClick={() => onMove(1)}
      />
      <IconButton icon={X} size="small" label={words.remove(title)} onClick={() => onChange(null)} />
    </li>
  );
}
