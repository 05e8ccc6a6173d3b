import { useCallback } from 'react';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useNow } from '../../../state/use-now.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { useFormats } from '../../../words/use-words.ts';
import { Group, Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { DeviceNameField } from './device-name-field.tsx';

/** Where the person is signed in, this device first; another one can be signed out from here. */
export function DeviceList() {
  const words = useAccountWords();
  const formats = useFormats();
  const { client } = useStudio();
  const call = useCall();
  const nowMs = useNow();
  const ask = useCallback(() => client.account.sessions(), [client]);
  const { asked, again } = useAsked(ask);
  return (
    <Group title={words.devices}>
      <DeviceNameField />
      <Waiting asked={asked} again={again} rows={1}>
        {(sessions) => (
          <>
            <ul className="divide-y divide-line rounded-outer border border-line bg-panel">
              {sessions
                .toSorted(
                  (a, b) =>
                    Number(b.isThisDevice) - Number(a.isThisDevice) || b.lastActiveAtMs - a.lastActiveAtMs,
                )
                .map(({ id, device, place, lastActiveAtMs, isThisDevice }) => (
                  <li key={id} className="flex min-h-9 items-center gap-2 px-3 py-1.5 text-base">
                    <span className="truncate text-text">{device || words.unnamedDevice}</span>
                    {isThisDevice ? <Badge tone="accent">{words.thisDevice}</Badge> : null}
                    <span className="min-w-0 flex-1 truncate text-muted">
                      {[place, words.lastActive(formats.ago(lastActiveAtMs, nowMs))]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    {isThisDevice ? null : (
                      <Button
                        size="small"
                        aria-label={words.endSessionOf(device || words.unnamedDevice)}
                        onClick={() =>
                          void call(
                            () => client.account.endSession({ sessionId: id }),
                            () => words.sessionEnded,
                          ).then(again)
                        }
                      >
                        {words.endSession}
                      </Button>
                    )}
                  </li>
                ))}
            </ul>
            {sessions.length > 1 ? (
              <Button
                size="small"
                className="mt-2"
                onClick={() =>
                  void call(
                    () => client.account.endOtherSessions(),
                    () => words.othersEnded,
                  ).then(again)
                }
              >
                {words.endOthers}
              </Button>
            ) : null}
          </>
        )}
      </Waiting>
    </Group>
  );
}
