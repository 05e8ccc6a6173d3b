import type { OAuthProvider } from '../../../../contract/account.ts';
import type { Profile } from '../../../../contract/profile.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useProfileWords } from '../../../words/account-words.ts';
import { Group } from '../section.tsx';
import { useProve } from './proof-provider.tsx';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

const providers: readonly OAuthProvider[] = ['google', 'github'];

/** Accounts elsewhere that sign the person in; each is connected through the browser. */
export function ConnectedList({
  connected,
  onChanged,
}: {
  readonly connected: Profile['connected'];
  readonly onChanged: () => void;
}) {
  const words = useProfileWords().connected;
  const { client } = useStudio();
  const prove = useProve();
  const { busy, refusal, run } = useAttempt();
  const open = providers.filter((one) => !connected.some(({ provider }) => provider === one));
  const connect = async (provider: OAuthProvider): Promise<void> => {
    const { page } = await prove(() => client.profile.connect({ provider }));
    window.open(page, '_blank', 'noreferrer');
  };
  return (
    <Group title={words.title}>
      {connected.length === 0 ? null : (
        <ul className="mb-2 divide-y divide-line rounded-outer border border-line bg-panel">
          {connected.map(({ id, provider, name }) => {
            const called = provider === null ? words.other : words.providers[provider];
            return (
              <li key={id} className="flex min-h-9 items-center gap-2 px-3 py-1.5 text-base">
                <span className="text-text">{called}</span>
                <span className="selectable min-w-0 flex-1 truncate text-muted">{name}</span>
                <Button
                  size="small"
                  variant="danger"
                  busy={busy === id}
                  aria-label={words.disconnectOf(called)}
                  onClick={() =>
                    void run(id, async () => {
                      await prove(() => client.profile.disconnect({ id }));
                      onChanged();
                    })
                  }
                >
                  {words.disconnect}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {open.map((provider) => (
          <Button
            key={provider}
            busy={busy === provider}
            onClick={() => void run(provider, () => connect(provider))}
          >
            {words.connect(words.providers[provider])}
          </Button>
        ))}
      </div>
      <Refusal words={refusal} />
    </Group>
  );
}
