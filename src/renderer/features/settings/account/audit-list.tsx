import { useCallback, useState } from 'react';
import type { SignedInPerson } from '../../../../contract/account.ts';
import type { AuditEntry } from '../../../../domain/sync/account-messages.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { useFormats } from '../../../words/use-words.ts';
import { Group, Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { useMemberNames } from './use-member-names.ts';

const abouts = ['all', 'sign-ins', 'keys', 'shares', 'deletions'] as const;
type About = (typeof abouts)[number];

/** Entries that are shown at once. */
const page = 10;

/** What was done in the account, newest first; for an owner also what members of the chosen organisation did. */
export function AuditList({ signedIn }: { readonly signedIn: SignedInPerson }) {
  const words = useAccountWords();
  const formats = useFormats();
  const { client } = useStudio();
  const call = useCall();
  const [about, setAbout] = useState<About>('all');
  const wish = { limit: page, about: about === 'all' ? null : about };
  const ask = useCallback(
    () => client.account.audit({ before: null, limit: page, about: about === 'all' ? null : about }),
    [client, about],
  );
  const { asked, again } = useAsked(ask);
  const nameOf = useMemberNames(signedIn);
  const [earlier, setEarlier] = useState<readonly AuditEntry[]>([]);
  const [hasMore, setHasMore] = useState(true);
  const more = async (before: number): Promise<void> => {
    const next = await call(() => client.account.audit({ before, ...wish }));
    if (next === null) return;
    setEarlier((shown) => [...shown, ...next]);
    setHasMore(next.length === page);
  };
  const named = (action: string): string =>
    Object.hasOwn(words.actions, action) ? words.actions[action as keyof typeof words.actions] : action;
  return (
    <Group title={words.audit}>
      <Segmented
        className="mb-2 max-w-full"
        label={words.auditAbout}
        value={about}
        options={abouts.map((value) => ({ value, label: words.auditAbouts[value] }))}
        onChange={(next) => {
          setAbout(next);
          setEarlier([]);
          setHasMore(true);
        }}
      />
      <Waiting asked={asked} again={again} rows={2}>
        {(first) => {
          const entries = [...first, ...earlier];
          const last = entries.at(-1);
          if (last === undefined)
            return (
              <p className="text-base text-muted">
                {about === 'all' ? words.auditNone : words.auditNoneOfIt}
              </p>
            );
          return (
            <>
              <ul className="divide-y divide-line rounded-outer border border-line bg-panel">
                {entries.map(({ id, userId, action, subject, detail, atMs }) => (
                  <li key={id} className="flex min-h-7 items-center gap-2 px-3 py-1 text-base">
                    <span className="shrink-0 text-text">{named(action)}</span>
                    {userId === signedIn.person.id ? null : (
                      <span className="max-w-40 shrink-0 truncate text-muted">{nameOf(userId)}</span>
                    )}
                    {detail === null ? (
                      <span className="selectable min-w-0 flex-1 truncate font-mono text-sm text-muted">
                        {subject}
                      </span>
                    ) : (
                      <span className="selectable min-w-0 flex-1 truncate text-muted">
                        {[detail.device, detail.address].filter(Boolean).join(' · ')}
                      </span>
                    )}
                    <span className="shrink-0 text-muted tabular-nums">
                      {formats.date(atMs)} {formats.time(atMs)}
                    </span>
                  </li>
                ))}
              </ul>
              {hasMore && first.length === page ? (
                <Button size="small" className="mt-2" onClick={() => void more(last.id)}>
                  {words.auditMore}
                </Button>
              ) : null}
            </>
          );
        }}
      </Waiting>
    </Group>
  );
}
