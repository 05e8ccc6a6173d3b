import { RefreshCw, X } from 'lucide-react';
import { useState } from 'react';
import type { ModelCatalogue } from '../../../../contract/models.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { useMakerName } from './use-maker-name.ts';

/** The providers' own lists: of when they are, read again, and models that only have an id. */
export function CatalogueLists({
  catalogues,
  onChanged,
}: {
  readonly catalogues: readonly ModelCatalogue[];
  readonly onChanged: () => void;
}) {
  const words = useWords('models').lists;
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-lg font-medium text-text">{words.title}</h3>
      <p className="text-base text-muted">{words.text}</p>
      <ul className="flex flex-col rounded-outer border border-line bg-panel">
        {catalogues
          .filter(({ free }) => !free)
          .map((catalogue) => (
            <CatalogueRow key={catalogue.provider} catalogue={catalogue} onChanged={onChanged} />
          ))}
      </ul>
    </div>
  );
}

function CatalogueRow({
  catalogue: { provider, models, readAtMs, refreshes, adds, ready },
  onChanged,
}: {
  readonly catalogue: ModelCatalogue;
  readonly onChanged: () => void;
}) {
  const words = useWords('models').lists;
  const formats = useFormats();
  const { client } = useStudio();
  const call = useCall();
  const name = useMakerName()(provider);
  const [isReading, setReading] = useState(false);
  const added = models.filter(({ origin }) => origin === 'added');
  const when =
    readAtMs === null ? words.table : words.readAt(`${formats.date(readAtMs)} ${formats.time(readAtMs)}`);
  const read = async (): Promise<void> => {
    setReading(true);
    await call(
      () => client.models.refresh({ provider }),
      (found) => words.done(name, found.models.length),
    );
    setReading(false);
    onChanged();
  };
  const remove = async (id: string): Promise<void> => {
    await call(() => client.models.remove({ provider, id }));
    onChanged();
  };
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-2 last:border-b-0">
      <div className="flex min-h-7 items-center gap-3">
        <span className="text-base font-medium text-text">{name}</span>
        <span className="min-w-0 flex-1 truncate text-sm text-muted tabular-nums">
          {words.count(models.length)} · {when}
        </span>
        {refreshes ? (
          <Button
            size="small"
            icon={RefreshCw}
            busy={isReading}
            disabled={!ready}
            onClick={() => void read()}
          >
            {words.read}
          </Button>
        ) : null}
      </div>
      {added.map((model) => (
        <div key={model.id} className="flex items-center gap-2 text-sm text-text">
          <span className="selectable min-w-0 flex-1 truncate">
            {model.name} <span className="text-faint">{model.id}</span>
          </span>
          <IconButton
            icon={X}
            size="small"
            label={words.remove(model.name)}
            onClick={() => void remove(model.id)}
          />
        </div>
      ))}
      {adds && ready ? <AddById provider={provider} onAdded={onChanged} /> : null}
    </li>
  );
}

function AddById({ provider, onAdded }: { readonly provider: string; readonly onAdded: () => void }) {
  const words = useWords('models').lists;
  const { client } = useStudio();
  const call = useCall();
  const [id, setId] = useState('');
  const [isAdding, setAdding] = useState(false);
  const add = async (): Promise<void> => {
    setAdding(true);
    const model = await call(
      () => client.models.add({ provider, id: id.trim() }),
      ({ name }) => words.added(name),
    );
    setAdding(false);
    if (model === null) return;
    setId('');
    onAdded();
  };
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (id.trim() !== '' && !isAdding) void add();
      }}
    >
      <TextField
        label={words.byId}
        hint={words.byIdHint}
        value={id}
        onChange={setId}
        spellCheck={false}
        autoComplete="off"
        className="max-w-110 min-w-0 flex-1"
      />
      <Button type="submit" size="normal" busy={isAdding} disabled={id.trim() === ''} className="mb-5">
        {words.add}
      </Button>
    </form>
  );
}
