import { useState } from 'react';
import type { Profile } from '../../../../contract/profile.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useProfileWords } from '../../../words/account-words.ts';
import { Group } from '../section.tsx';
import { useProve } from './proof-provider.tsx';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

/** Addresses that sign the person in: one more is proved by a code, one of them is the first. */
export function AddressList({
  addresses,
  onChanged,
}: {
  readonly addresses: Profile['addresses'];
  readonly onChanged: () => void;
}) {
  const words = useProfileWords().addresses;
  const { client } = useStudio();
  const prove = useProve();
  const { busy, refusal, run } = useAttempt();
  const [typed, setTyped] = useState('');
  const [proving, setProving] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const change = (name: string, call: () => Promise<unknown>): void =>
    void run(name, async () => {
      await prove(call);
      onChanged();
    });
  const add = (): void =>
    void run('add', async () => {
      const { id } = await prove(() => client.profile.addAddress({ address: typed }));
      setTyped('');
      setProving(id);
      onChanged();
    });
  const confirm = (id: string): void =>
    void run('confirm', async () => {
      await client.profile.confirmAddress({ id, code });
      setCode('');
      setProving(null);
      onChanged();
    });
  return (
    <Group title={words.title}>
      <ul className="divide-y divide-line rounded-outer border border-line bg-panel">
        {addresses.map(({ id, address, isVerified, isPrimary }) => (
          <li key={id} className="flex flex-col gap-2 px-3 py-1.5 text-base">
            <div className="flex min-h-6 items-center gap-2">
              <span className="selectable min-w-0 truncate text-text">{address}</span>
              {isPrimary ? <Badge tone="accent">{words.primary}</Badge> : null}
              {isVerified ? null : <Badge>{words.unproved}</Badge>}
              <span className="flex-1" />
              {isVerified && !isPrimary ? (
                <Button
                  size="small"
                  busy={busy === `first ${id}`}
                  aria-label={words.makePrimaryOf(address)}
                  onClick={() => change(`first ${id}`, () => client.profile.makePrimary({ id }))}
                >
                  {words.makePrimary}
                </Button>
              ) : null}
              {!isVerified && proving !== id ? (
                <Button
                  size="small"
                  busy={busy === `send ${id}`}
                  aria-label={words.proveOf(address)}
                  onClick={() =>
                    void run(`send ${id}`, async () => {
                      await client.profile.sendAddressCode({ id });
                      setProving(id);
                    })
                  }
                >
                  {words.prove}
                </Button>
              ) : null}
              {isPrimary ? null : (
                <Button
                  size="small"
                  variant="danger"
                  busy={busy === `gone ${id}`}
                  aria-label={words.removeOf(address)}
                  onClick={() => change(`gone ${id}`, () => client.profile.removeAddress({ id }))}
                >
                  {words.remove}
                </Button>
              )}
            </div>
            {proving === id && !isVerified ? (
              <form
                aria-label={words.proveOf(address)}
                className="flex items-end gap-2 pb-1"
                onSubmit={(event) => {
                  event.preventDefault();
                  if (code.trim() !== '') confirm(id);
                }}
              >
                <TextField
                  label={words.code(address)}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  spellCheck={false}
                  value={code}
                  onChange={setCode}
                  className="w-75"
                />
                <Button type="submit" busy={busy === 'confirm'} disabled={code.trim() === ''}>
                  {words.confirm}
                </Button>
                <Button
                  variant="quiet"
                  busy={busy === 'again'}
                  onClick={() => void run('again', () => client.profile.sendAddressCode({ id }))}
                >
                  {words.sendAgain}
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      <form
        className="mt-2 flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') add();
        }}
      >
        <TextField
          label={words.another}
          type="email"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={setTyped}
          className="w-75"
        />
        <Button type="submit" busy={busy === 'add'} disabled={typed.trim() === ''}>
          {words.add}
        </Button>
      </form>
      <Refusal words={refusal} />
    </Group>
  );
}
