import { Download, SearchCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PaidFinding } from '../../../../contract/jobs.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { useProjectTitles } from '../use-project-titles.ts';
import { useProviderName } from '../use-queue-names.ts';
import { BringInDialog } from './bring-in-dialog.tsx';
import { FindingRow } from './finding-row.tsx';
import { type Since, sinces, usePaidSearch } from './use-paid-search.ts';

const whats = ['collectable', 'orphan', 'under-way', 'here'] as const;
type Shown = (typeof whats)[number] | 'all';

/** "Find my paid clips": what each provider holds for this account, and what of it is missing here. */
export function FindSheet() {
  const words = useWords('paidClips');
  const formats = useFormats();
  const nameOf = useProviderName();
  const interpret = useInterpret();
  const { navigate } = useStudio();
  const titles = useProjectTitles();
  const { search, busy, look, adopt } = usePaidSearch();
  const [since, setSince] = useState<Since>('month');
  const [shown, setShown] = useState<Shown>('all');
  const [bringing, setBringing] = useState<PaidFinding | null>(null);
  const findings = useMemo(() => {
    const order = (finding: PaidFinding): number => whats.indexOf(finding.what);
    return (search?.findings ?? [])
      .filter(({ what }) => shown === 'all' || what === shown)
      .toSorted((a, b) => order(a) - order(b) || (b.finishedAtMs ?? 0) - (a.finishedAtMs ?? 0));
  }, [search, shown]);
  const count = (what: PaidFinding['what']): number =>
    search?.findings.filter((finding) => finding.what === what).length ?? 0;
  return (
    <section aria-label={words.title} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="shrink-0 border-b border-line px-6 py-4">
        <h2 className="text-xl font-semibold text-text">{words.title}</h2>
        <p className="mt-1 max-w-150 text-base text-muted">{words.text}</p>
        <p className="mt-1 max-w-150 text-sm text-muted">{words.keepsNone}</p>
        <div className="mt-3 flex flex-wrap items-end gap-3">
          <Select
            label={words.since}
            labelAt="beside"
            value={since}
            options={(Object.keys(sinces) as Since[]).map((value) => ({ value, label: words.sinces[value] }))}
            onChange={setSince}
          />
          <Button
            variant={search === null ? 'primary' : 'plain'}
            icon={SearchCheck}
            busy={busy === 'search'}
            onClick={() => void look(since)}
          >
            {words.search}
          </Button>
          {count('collectable') === 0 ? null : (
            <Button
              variant="primary"
              icon={Download}
              busy={busy === 'adopt'}
              onClick={() => void adopt(since)}
            >
              {words.adoptAll(count('collectable'))}
            </Button>
          )}
          {(search?.adopted.length ?? 0) > 0 ? (
            <Button onClick={() => navigate({ at: 'queue', sheet: 'jobs' })}>{words.showQueue}</Button>
          ) : null}
        </div>
      </header>
      {search === null ? null : (
        <div className="flex shrink-0 flex-wrap items-center gap-3 border-b border-line px-6 py-2">
          <p role="status" className="text-base text-text">
            {words.found(search.findings.length)}
          </p>
          <Segmented<Shown>
            label={words.filter}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all' as const, label: words.all },
              ...whats.map((value) => ({
                value,
                label: `${words.whats[value]} ${formats.number(count(value))}`,
              })),
            ]}
          />
        </div>
      )}
      {(search?.adopted.length ?? 0) > 0 && search !== null ? (
        <p role="status" className="shrink-0 border-b border-line px-6 py-2 text-base text-good">
          {words.adopted(search.adopted.length)}
        </p>
      ) : null}
      {search?.faults.map(({ provider, message }) => (
        <ErrorState
          key={`${provider} ${message}`}
          look="inline"
          title={`${words.faults}: ${nameOf(provider)}`}
          text={interpret(message)}
        />
      ))}
      {busy === 'search' && search === null ? (
        <div role="status" aria-label={words.searching} className="flex flex-col gap-2 px-6 py-3">
          <p className="text-base text-muted">{words.searching}</p>
          {Array.from({ length: 6 }, (_, n) => n).map((n) => (
            <Skeleton key={n} className="h-10 w-full" />
          ))}
        </div>
      ) : search === null ? (
        <EmptyState icon={SearchCheck} title={words.before} text={words.beforeText} />
      ) : findings.length === 0 ? (
        <p className="px-6 py-4 text-base text-muted">{words.nothing}</p>
      ) : (
        <VirtualList
          label={words.title}
          items={findings}
          keyOf={({ provider, requestId }) => `${provider} ${requestId}`}
          rowHeightPx={60}
          className="flex-1"
          render={(finding) => (
            <FindingRow
              finding={finding}
              project={finding.projectId === null ? null : (titles.get(finding.projectId) ?? null)}
              onBringIn={() => setBringing(finding)}
            />
          )}
        />
      )}
      {bringing === null ? null : (
        <BringInDialog finding={bringing} titles={titles} onClose={() => setBringing(null)} />
      )}
    </section>
  );
}
