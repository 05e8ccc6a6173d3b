import { useCallback, useEffect } from 'react';
import type { SignedInPerson } from '../../../../contract/account.ts';
import type { FilmsAtService as Films } from '../../../../contract/sync.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { useNow } from '../../../state/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { useFilmsAtServiceWords } from '../../../words/films-at-service-words.ts';
import { useFormats } from '../../../words/use-words.ts';
import { Group, Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

/** The films that the service holds, and those that were taken from it and can be brought back. */
export function FilmsAtService({ signedIn }: { readonly signedIn: SignedInPerson | null }) {
  const words = useFilmsAtServiceWords();
  const { client } = useStudio();
  const ask = useCallback(() => client.sync.atService(), [client]);
  const { asked, again } = useAsked(ask);
  const heard = useStudioState(({ sync }) =>
    [
      ...(sync?.projects ?? []).map(({ projectId }) => projectId),
      ...(sync?.elsewhere ?? []).map(({ id }) => id),
    ]
      .sort()
      .join(' '),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when a film comes or goes elsewhere
  useEffect(again, [again, heard, signedIn?.organisationId]);
  // Without an account there is a list only in a database of one's own.
  if (signedIn === null && asked.is !== 'ready') return null;
  return (
    <Group title={words.title}>
      <Waiting asked={asked} again={again} rows={2} rowLook="h-11">
        {({ films, removed }) => (
          <div className="flex flex-col gap-3">
            <p className="max-w-150 text-base text-muted">{films.length === 0 ? words.none : words.intro}</p>
            {films.length === 0 ? null : <FilmList films={films} signedIn={signedIn} />}
            <RemovedList removed={removed} onBack={again} />
          </div>
        )}
      </Waiting>
    </Group>
  );
}

const listLook = 'max-h-80 divide-y divide-line overflow-y-auto rounded-outer border border-line bg-panel';

function FilmList({
  films,
  signedIn,
}: {
  readonly films: Films['films'];
  readonly signedIn: SignedInPerson | null;
}) {
  const words = useFilmsAtServiceWords();
  const formats = useFormats();
  const nowMs = useNow();
  const whose = (organisationId: string | null): string =>
    organisationId === null
      ? words.myself
      : (signedIn?.organisations.find((one) => one.organisationId === organisationId)?.name ??
        words.ofOrganisation);
  // A list without anything to press is scrolled with keys too.
  return (
    <ul aria-label={words.title} tabIndex={films.length > 7 ? 0 : undefined} className={listLook}>
      {films.map(({ id, title, role, organisationId, changedAtMs, isMirrored }) => (
        <li key={id} className="flex min-h-11 items-center gap-3 px-3 py-1 text-base">
          <span className="min-w-0 flex-1">
            <span className="selectable block truncate text-text">
              {title === '' ? words.untitled : title}
            </span>
            <span className="block truncate text-sm text-muted">
              {[whose(organisationId), words.role[role], isMirrored ? words.here : words.notHere].join(' · ')}
            </span>
          </span>
          <span className="shrink-0 text-sm text-muted tabular-nums">
            {words.changed(formats.ago(changedAtMs, nowMs))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function RemovedList({
  removed,
  onBack,
}: {
  readonly removed: Films['removed'];
  readonly onBack: () => void;
}) {
  const words = useFilmsAtServiceWords();
  const formats = useFormats();
  const status = useStatusLine();
  const { client } = useStudio();
  const { busy, refusal, run } = useAttempt();
  const bringBack = async (projectId: string, title: string): Promise<void> => {
    await client.sync.bringBack({ projectId: projectId as ProjectId });
    status.say(words.isBack(title));
    onBack();
  };
  if (removed.length === 0) return null;
  return (
    <div>
      <h4 className="mb-2 text-sm font-medium text-muted">{words.removedTitle}</h4>
      <ul aria-label={words.removedTitle} className={listLook}>
        {removed.map(({ id, title, goneAtMs }) => {
          const name = title === '' ? words.untitled : title;
          return (
            <li key={id} className="flex min-h-11 items-center gap-3 px-3 py-1 text-base">
              <span className="min-w-0 flex-1">
                <span className="selectable block truncate text-text">{name}</span>
                <span className="block truncate text-sm text-muted">
                  {words.goneAt(formats.date(goneAtMs))}
                </span>
              </span>
              <Button
                size="small"
                busy={busy === id}
                disabled={busy !== null}
                title={words.bringBackOf(name)}
                onClick={() => void run(id, () => bringBack(id, name))}
              >
                {words.bringBack}
                <span className="sr-only">: {name}</span>
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="mt-2">
        <Refusal words={refusal} />
      </div>
    </div>
  );
}
