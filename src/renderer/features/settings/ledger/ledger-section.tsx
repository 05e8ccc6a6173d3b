import { ReceiptText } from 'lucide-react';
import { use, useCallback, useMemo, useState } from 'react';
import { saveTextFile } from '../../../actions/save-text-file.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { ProjectContext } from '../../../state/project-context.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { filterOfGroups, filterOfLines, type LedgerChoice } from './ledger-choice.ts';
import { LedgerGroups } from './ledger-groups.tsx';
import { LedgerLines } from './ledger-lines.tsx';
import { LedgerToolbar } from './ledger-toolbar.tsx';
import { useLedgerLines } from './use-ledger-lines.ts';

const noFilter = {};
const everything: Omit<LedgerChoice, 'projectId'> = {
  by: 'month',
  key: null,
  provider: null,
  month: null,
  state: null,
};

/** What was paid and what may have been: sums on the left, the lines of the chosen one beside them. */
export function LedgerSection() {
  const words = useWords('settings').ledger;
  const title = useWords('settings').sections.ledger;
  const formats = useFormats();
  const { client } = useStudio();
  const call = useCall();
  const revision = useStudioState(({ projectsRevision }) => projectsRevision);
  // Whoever comes from a project sees that one first.
  const openProjectId = use(ProjectContext)?.projectId ?? null;
  const [choice, setChoice] = useState<LedgerChoice>({ ...everything, projectId: openProjectId });
  const change = (next: Partial<LedgerChoice>): void => setChoice((before) => ({ ...before, ...next }));
  const [isSaving, setIsSaving] = useState(false);
  const lineFilter = useMemo(() => filterOfLines(choice), [choice]);
  const lines = useLedgerLines(lineFilter, revision);
  const { by, projectId, provider, month, state } = choice;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision asks again; the chosen group changes no sum
  const ask = useCallback(async () => {
    const [shown, project, providers, months] = await Promise.all([
      client.money.ledger({ by, filter: filterOfGroups(choice) }),
      client.money.ledger({ by: 'project', filter: noFilter }),
      client.money.ledger({ by: 'provider', filter: noFilter }),
      client.money.ledger({ by: 'month', filter: noFilter }),
    ]);
    return {
      by,
      groups: shown.groups,
      isEmpty: project.lines === 0,
      options: { project: project.groups, provider: providers.groups, month: months.groups },
    };
  }, [client, revision, by, projectId, provider, month, state]);
  const { asked, again } = useAsked(ask);
  const save = async (): Promise<void> => {
    setIsSaving(true);
    await call(
      async () => {
        const file = await client.money.csv({ filter: lineFilter });
        saveTextFile({ ...file, type: 'text/csv' });
        return file;
      },
      (file) => words.saved(file.fileName),
    );
    setIsSaving(false);
  };
  return (
    <section aria-label={title} className="flex h-full min-h-0 flex-col">
      <header className="flex shrink-0 items-baseline gap-3 px-4 pt-5 pb-2">
        <h2 className="text-xl font-semibold text-text">{title}</h2>
        <p className="min-w-0 flex-1 truncate text-base text-muted" title={words.text}>
          {words.text}
        </p>
        {lines.total === null ? null : (
          <span className="shrink-0 text-sm text-faint tabular-nums">{words.count(lines.total)}</span>
        )}
      </header>
      {asked.is === 'ready' ? null : (
        <div className="px-4">
          <Waiting asked={asked} again={again} rows={8}>
            {() => null}
          </Waiting>
        </div>
      )}
      {asked.is !== 'ready' ? null : asked.value.isEmpty ? (
        <EmptyState icon={ReceiptText} title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <>
          <LedgerToolbar
            choice={choice}
            onChange={(next) => change({ key: null, ...next })}
            options={asked.value.options}
            onSave={() => void save()}
            isSaving={isSaving}
          />
          <div className="flex min-h-0 flex-1">
            <LedgerGroups
              by={asked.value.by}
              groups={asked.value.groups}
              chosen={choice.key}
              onChoose={(key) => change({ key })}
            />
            {lines.total === 0 ? (
              <EmptyState
                title={words.nothingTitle}
                text={words.nothingText}
                className="flex-1"
                actions={
                  <Button onClick={() => change({ ...everything, by, projectId: null })}>
                    {words.showAll}
                  </Button>
                }
              />
            ) : (
              <LedgerLines total={lines.total ?? 0} lines={lines} />
            )}
          </div>
          <LedgerTotals groups={asked.value.groups} chosen={choice.key} money={formats.money} />
        </>
      )}
    </section>
  );
}

/** Charged, reserved and uncertain of what is shown. */
function LedgerTotals({
  groups,
  chosen,
  money,
}: {
  readonly groups: readonly {
    readonly key: string;
    readonly chargedUsdMicros: number;
    readonly reservedUsdMicros: number;
    readonly uncertainUsdMicros: number;
  }[];
  readonly chosen: string | null;
  readonly money: (usdMicros: number) => string;
}) {
  const words = useWords('settings');
  const shown = chosen === null ? groups : groups.filter(({ key }) => key === chosen);
  const sum = (field: 'chargedUsdMicros' | 'reservedUsdMicros' | 'uncertainUsdMicros'): string =>
    money(shown.reduce((all, group) => all + group[field], 0));
  const parts = [
    [words.charged, sum('chargedUsdMicros')],
    [words.reserved, sum('reservedUsdMicros')],
    [words.uncertain, sum('uncertainUsdMicros')],
  ] as const;
  return (
    <dl className="flex h-9 shrink-0 items-center justify-end gap-6 border-t border-line px-4 text-base">
      {parts.map(([name, amount]) => (
        <div key={name} className="flex gap-2">
          <dt className="text-muted">{name}</dt>
          <dd className="text-text tabular-nums">{amount}</dd>
        </div>
      ))}
    </dl>
  );
}
