import { useEffect, useState } from 'react';
import type { OwnDatabaseFacts } from '../../../../contract/sync.ts';
import { useConnection, useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { Group } from '../section.tsx';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

/** A database of the person's own in the service's place: set, tried and forgotten; its address alone is ever shown. */
export function OwnDatabase() {
  const words = useAccountWords().ownDatabase;
  const { client } = useStudio();
  const isOpen = useConnection().is === 'open';
  const attempt = useAttempt();
  const { run } = attempt;
  const [facts, setFacts] = useState<OwnDatabaseFacts | null>(null);
  const [typed, setTyped] = useState('');
  const [keepInFile, setKeepInFile] = useState(false);
  useEffect(() => {
    if (isOpen) void run('read', async () => setFacts(await client.sync.ownDatabase()));
  }, [client, isOpen, run]);
  if (facts === null) return attempt.refusal === null ? null : <Refusal words={attempt.refusal} />;

  const set = async (): Promise<void> => {
    setFacts(await client.sync.setOwnDatabase({ connectionString: typed.trim(), keepInFile }));
    setTyped('');
  };
  const forget = async (): Promise<void> => setFacts(await client.sync.removeOwnDatabase());
  return (
    <Group title={words.title}>
      <p className="mb-3 max-w-150 text-base text-muted">{words.intro}</p>
      {facts.host === null ? (
        <form
          aria-label={words.title}
          className="flex max-w-150 flex-col items-start gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== '' && attempt.busy === null) void run('set', set);
          }}
        >
          <TextField
            label={words.connectionString}
            hint={words.hint}
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={setTyped}
            className="w-full"
          />
          {facts.mayUseFile ? (
            <Checkbox
              label={words.keepInFile}
              hint={words.keepInFileHint}
              checked={keepInFile}
              onChange={setKeepInFile}
            />
          ) : null}
          <Refusal words={attempt.refusal} />
          <Button type="submit" busy={attempt.busy === 'set'} disabled={typed.trim() === ''}>
            {words.use}
          </Button>
        </form>
      ) : (
        <div className="flex max-w-150 flex-col items-start gap-3">
          <p role="status" className="text-base text-text">
            {words.inUse(facts.host)}
          </p>
          <Refusal words={attempt.refusal} />
          <Button busy={attempt.busy === 'forget'} onClick={() => void run('forget', forget)}>
            {words.forget}
          </Button>
        </div>
      )}
    </Group>
  );
}
