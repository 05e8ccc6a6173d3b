import { Fragment } from 'react';
import type { LedgerGroup } from '../../../../contract/money.ts';
import type { ProviderHealth } from '../../../../contract/providers.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { type DotState, StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { useProviderName } from '../use-queue-names.ts';
import { AtOnceField } from './at-once-field.tsx';
import { nextOf, reachOf } from './provider-reach.ts';

const dots = {
  up: 'done',
  slow: 'stale',
  down: 'failed',
  unasked: 'none',
  noKey: 'offline',
  here: 'done',
} as const satisfies Record<ReturnType<typeof reachOf>, DotState>;

/** One provider: whether it answers, how quickly, how often it fails, what it works on, what it cost this month. */
export function ProviderCard({
  health,
  isReady,
  spend,
  checking,
  onCheck,
}: {
  readonly health: ProviderHealth;
  readonly isReady: boolean;
  readonly spend: LedgerGroup | null;
  readonly checking: boolean;
  readonly onCheck: () => void;
}) {
  const words = useWords('providerHealth');
  const formats = useFormats();
  const interpret = useInterpret();
  const nameOf = useProviderName();
  const { navigate } = useStudio();
  const reach = reachOf(health, isReady);
  const { lastCheck, lastFailure, pausedUntilMs, waitsFor, checkable, errorRate } = health;
  const span = (ms: number): string =>
    ms < 1_000
      ? words.ms(formats.number(Math.round(ms)))
      : words.s(formats.number(Math.round(ms / 100) / 10));
  const times = ({ count, p50Ms, p95Ms, p99Ms }: ProviderHealth['answers']): string =>
    count === 0 || p50Ms === null || p95Ms === null || p99Ms === null
      ? words.noTimes
      : words.times(span(p50Ms), span(p95Ms), span(p99Ms));
  const number = formats.number;
  const facts: readonly (readonly [string, string])[] = [
    [words.answers, times(health.answers)],
    [words.submits, times(health.submits)],
    [
      words.errors,
      errorRate === null
        ? words.noErrors
        : words.errorsOf(number(health.failed), number(health.asked), formats.percent(errorRate)),
    ],
    [
      words.work,
      words.workOf(number(health.atProvider), number(health.maxConcurrent), number(health.queued)),
    ],
    ...(health.mostPerMinute === null ? [] : [[words.rate, words.rateOf(health.mostPerMinute)] as const]),
    ...(health.free
      ? []
      : [
          [
            words.spend,
            words.spendOf(
              formats.money(spend?.chargedUsdMicros ?? 0),
              formats.money((spend?.reservedUsdMicros ?? 0) + (spend?.uncertainUsdMicros ?? 0)),
            ),
          ] as const,
          [
            words.lastCheck,
            lastCheck === null
              ? words.neverChecked
              : lastCheck.ok
                ? words.checkGood(formats.time(lastCheck.atMs), span(lastCheck.answeredInMs ?? 0))
                : words.checkBad(formats.time(lastCheck.atMs)),
          ] as const,
        ]),
  ];
  const pauses = { reach: words.askedAgain, pause: words.pausedUntil, rate: words.rateUntil } as const;
  return (
    <li className="flex flex-col gap-3 rounded-outer border border-line bg-panel px-4 py-3">
      <div className="flex items-center gap-3">
        <h3 className="min-w-0 truncate text-lg font-medium text-text">{nameOf(health.provider)}</h3>
        <StateDot withWords state={dots[reach]} label={words.reaches[reach]} />
        <span className="flex-1" />
        {health.free ? null : reach === 'noKey' ? (
          <Button size="small" onClick={() => navigate({ at: 'settings', sheet: 'keys' })}>
            {words.openKeys}
          </Button>
        ) : checkable ? (
          <Button size="small" busy={checking} onClick={onCheck}>
            {checking ? words.checking : words.check}
          </Button>
        ) : null}
      </div>
      <p className="text-sm text-muted">
        {words.reachTexts[reach]}
        {pausedUntilMs !== null && waitsFor !== null
          ? ` ${pauses[waitsFor](formats.time(pausedUntilMs))}`
          : ''}
        {!checkable && !health.free ? ` ${words.notCheckable}` : ''}
      </p>
      <dl className="selectable grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt className="text-muted">{name}</dt>
            <dd className="text-text tabular-nums">{value}</dd>
          </Fragment>
        ))}
      </dl>
      {health.free || reach === 'noKey' ? null : <AtOnceField health={health} />}
      {lastFailure === null ? null : (
        <div className="selectable border-t border-line pt-2 text-sm">
          <h4 className="text-muted">{`${words.lastFailure} · ${formats.time(lastFailure.atMs)}`}</h4>
          <p className="mt-0.5 break-words text-text">{interpret(lastFailure.message)}</p>
          <p className="mt-0.5 text-muted">{words.nexts[nextOf(lastFailure.code)]}</p>
        </div>
      )}
    </li>
  );
}
