import { Activity } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import type { LedgerGroup } from '../../../../contract/money.ts';
import type { ProviderHealth } from '../../../../contract/providers.ts';
import { createLatestReader } from '../../../state/latest-reader.ts';
import { useConnection, useStudio, useStudioState } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useInterpret, useWords } from '../../../words/use-words.ts';
import { ProviderCard } from './provider-card.tsx';

interface Seen {
  readonly health: readonly ProviderHealth[];
  /** Providers that have a key, or need none. */
  readonly ready: ReadonlySet<string>;
  readonly spend: readonly LedgerGroup[];
}

const month = (): string => new Date().toISOString().slice(0, 7);

/** How each provider is: up, slow or down, how it answers, what it works on and what it cost. */
export function ProvidersSheet() {
  const words = useWords('providerHealth');
  const queue = useWords('queue');
  const interpret = useInterpret();
  const { client } = useStudio();
  const isOpen = useConnection().is === 'open';
  const revision = useStudioState((state) => state.queueRevision + state.keysRevision);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [checking, setChecking] = useState<ReadonlySet<string>>(() => new Set());
  const [reader, setReader] = useState<{ readonly read: () => void } | null>(null);
  useEffect(() => {
    const made = createLatestReader({
      ask: async (): Promise<Seen> => {
        const filter = {
          projectId: null,
          provider: null,
          month: month(),
          kind: null,
          state: null,
          deviceId: null,
        };
        const [health, infos, ledger] = await Promise.all([
          client.providers.health(),
          client.jobs.providers(),
          client.money.ledger({ by: 'provider', filter }),
        ]);
        const ready = new Set(infos.filter((info) => info.ready).map(({ provider }) => provider));
        return { health, ready, spend: ledger.groups };
      },
      onValue: (value) => {
        setSeen(value);
        setFault(null);
      },
      onFault: (error) => setFault(faultOfCall(error).message),
      restMs: 2_000,
    });
    setReader(made);
    return made.stop;
  }, [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says that something moved.
  useEffect(() => {
    if (isOpen) reader?.read();
  }, [reader, isOpen, revision]);
  const check = useCallback(
    async (provider: string): Promise<void> => {
      setChecking((before) => new Set([...before, provider]));
      try {
        const health = await client.providers.check({ provider });
        setSeen((before) =>
          before === null
            ? before
            : {
                ...before,
                health: before.health.map((other) => (other.provider === provider ? health : other)),
              },
        );
      } catch (error) {
        setFault(faultOfCall(error).message);
      }
      setChecking((before) => new Set([...before].filter((other) => other !== provider)));
    },
    [client],
  );
  const checkable = (seen?.health ?? []).filter(
    ({ checkable, provider }) => checkable && seen?.ready.has(provider) === true,
  );
  return (
    <section aria-label={words.title} className="min-h-0 min-w-0 flex-1 overflow-y-auto -outline-offset-2">
      <div className="mx-auto flex w-full max-w-260 flex-col gap-5 px-6 py-6">
        <header className="flex items-start gap-4">
          <div className="min-w-0 flex-1">
            <h2 className="text-xl font-semibold text-text">{words.title}</h2>
            <p className="mt-1 max-w-150 text-base text-muted">{words.text}</p>
          </div>
          <Button
            disabled={checkable.length === 0}
            busy={checking.size > 0}
            onClick={() => {
              for (const { provider } of checkable) void check(provider);
            }}
          >
            {words.checkAll}
          </Button>
        </header>
        {fault === null ? null : (
          <ErrorState
            look="inline"
            title={queue.faultTitle}
            text={interpret(fault)}
            actions={<Button onClick={() => reader?.read()}>{queue.again}</Button>}
          />
        )}
        {seen === null ? (
          fault === null ? (
            <div role="status" aria-label={queue.loading} className="grid gap-4 lg:grid-cols-2">
              {Array.from({ length: 4 }, (_, n) => n).map((n) => (
                <Skeleton key={n} className="h-52 w-full" />
              ))}
            </div>
          ) : null
        ) : seen.health.length === 0 ? (
          <EmptyState icon={Activity} title={words.empty} text={words.emptyText} />
        ) : (
          <ul className="grid items-start gap-4 lg:grid-cols-2">
            {seen.health.map((health) => (
              <ProviderCard
                key={health.provider}
                health={health}
                isReady={seen.ready.has(health.provider)}
                spend={seen.spend.find(({ key }) => key === health.provider) ?? null}
                checking={checking.has(health.provider)}
                onCheck={() => void check(health.provider)}
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
