import { useState } from 'react';
import { usdToMicros } from '../../../../domain/jobs/money.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { parseNumber } from '../../../ui/parse-number.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { useDesk } from '../page/write-desk.ts';
import { useReaders } from './use-readers.ts';
import { useReadingEstimate } from './use-reading-estimate.ts';

/** Who reads, what it costs at most, and what is kept: before anything is sent. */
export function ReadingDialog() {
  const words = useWords('text');
  const formats = useFormats();
  const interpret = useInterpret();
  const { client, navigate } = useStudio();
  const { projectId } = useProject();
  const desk = useDesk();
  const call = useCall();
  const readers = useReaders();
  const [chosen, setChosen] = useState<string | null>(null);
  const [model, setModel] = useState('');
  const [repair, setRepair] = useState(true);
  const [cap, setCap] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const reader = readers?.find(({ provider }) => provider === chosen) ?? readers?.[0] ?? null;
  const usual = reader?.defaultModels.reading;
  const models = reader?.models.reading ?? [];
  const choice =
    reader?.ready === true ? { provider: reader.provider, model: model === '' ? null : model, repair } : null;
  const { estimate, trouble } = useReadingEstimate(choice);
  const close = (): void => desk.view.setState({ dialog: null });
  const most = estimate === null ? null : Math.max(0.01, Math.ceil(estimate.costUsdMicros / 10_000) / 100);
  const capText = cap ?? (most === null ? '' : String(most));
  const submit = async (): Promise<void> => {
    if (choice === null || estimate === null) return;
    const dollars = parseNumber(capText.replace('$', ''));
    if (dollars === null || dollars <= 0 || dollars > 10_000) return setError(words.reading.badCap);
    if (!(await desk.edits.settle())) return;
    const started = await call(
      () => client.scenes.startReading({ projectId, choice, maxCostUsdMicros: usdToMicros(dollars) }),
      () => words.reading.started,
    );
    if (started !== null) close();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={words.reading.title}
      description={words.reading.text}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={close}>{words.reading.cancel}</Button>
          {reader?.ready === false ? (
            <Button
              variant="primary"
              onClick={() => {
                close();
                navigate({ at: 'settings', sheet: 'keys' });
              }}
            >
              {words.reading.openSettings}
            </Button>
          ) : (
            <Button type="submit" variant="primary" disabled={estimate === null}>
              {estimate === null
                ? words.reading.pricing
                : words.reading.start(formats.money(estimate.costUsdMicros))}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={words.reading.provider}
            value={reader?.provider ?? null}
            options={(readers ?? []).map(({ provider, ready }) => ({
              value: provider,
              label: ready
                ? nameOf(words.reading.names, provider)
                : words.reading.noKey(nameOf(words.reading.names, provider)),
            }))}
            onChange={(next) => {
              setChosen(next);
              setModel('');
            }}
          />
          <Select
            label={words.reading.model}
            value={model}
            disabled={reader?.ready !== true}
            options={[
              { value: '', label: words.reading.usual(usual ?? '') },
              ...models.filter((id) => id !== usual).map((id) => ({ value: id, label: id })),
            ]}
            onChange={setModel}
          />
        </div>
        {reader?.ready === false ? <p className="text-muted">{words.reading.needsKey}</p> : null}
        {trouble === null ? null : (
          <p role="alert" className="text-bad">
            {interpret(trouble)}
          </p>
        )}
        {estimate === null ? null : (
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
            <dt className="text-muted">{words.reading.parts}</dt>
            <dd className="tabular-nums">{words.reading.partsOf(estimate.parts, estimate.done)}</dd>
            <dt className="text-muted">{words.reading.price}</dt>
            <dd className="tabular-nums">
              {words.reading.atMost(formats.money(estimate.costUsdMicros))}
              {estimate.basis === null ? null : (
                <span className="block text-faint">{interpret(`${estimate.basis}.`)}</span>
              )}
            </dd>
          </dl>
        )}
        {choice === null ? null : (
          <>
            <Checkbox
              label={words.reading.repair}
              hint={
                estimate === null || !repair
                  ? words.reading.repairHint
                  : words.reading.repairPrice(formats.money(estimate.repairUsdMicros))
              }
              checked={repair}
              onChange={setRepair}
            />
            <TextField
              label={words.reading.cap}
              hint={words.reading.capHint}
              className="w-full"
              value={capText}
              onChange={setCap}
              inputMode="decimal"
              error={error}
            />
          </>
        )}
        <p className="text-sm text-muted">{words.reading.kept}</p>
      </div>
    </Dialog>
  );
}

function nameOf(names: Readonly<Record<string, string>>, provider: string): string {
  return names[provider] ?? provider;
}
