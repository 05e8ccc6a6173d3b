import { useCallback } from 'react';
import type { SignedInPerson } from '../../../../contract/account.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useAccountWords } from '../../../words/account-words.ts';
import { useFormats } from '../../../words/use-words.ts';
import { Group, Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { AuditList } from './audit-list.tsx';
import { OwnData } from './own-data.tsx';
import { UsageBar } from './usage-bar.tsx';

/** What the sync service says of the account: how much of the plan is used, and what happened. Without one the account's end is all that is left to say. */
export function ServiceAccount({ signedIn }: { readonly signedIn: SignedInPerson }) {
  const words = useAccountWords();
  const formats = useFormats();
  const { client } = useStudio();
  const ask = useCallback(() => client.account.usage(), [client]);
  const { asked, again } = useAsked(ask);
  if (asked.is === 'ready' && asked.value === null) return <OwnData signedIn={signedIn} hasService={false} />;
  return (
    <>
      <Group title={words.usage}>
        <p className="mb-2 text-base text-muted">{words.usageText}</p>
        <Waiting asked={asked} again={again} rows={1}>
          {(usage) =>
            usage === null ? null : (
              <div className="flex flex-col gap-3">
                <UsageBar
                  label={words.projects}
                  used={usage.used.projects}
                  most={usage.quota.projects}
                  write={formats.number}
                  fullText={words.projectsFull}
                />
                {usage.used.mediaBytes === null ? null : (
                  <UsageBar
                    label={words.media}
                    used={usage.used.mediaBytes}
                    most={usage.quota.mediaBytes}
                    write={formats.bytes}
                    fullText={words.mediaFull}
                  />
                )}
              </div>
            )
          }
        </Waiting>
      </Group>
      {asked.is === 'ready' ? <AuditList signedIn={signedIn} /> : null}
      <OwnData signedIn={signedIn} hasService />
    </>
  );
}
