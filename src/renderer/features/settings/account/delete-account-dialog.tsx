import { useState } from 'react';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useProfileWords } from '../../../words/account-words.ts';
import { useProve } from './proof-provider.tsx';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

/** The end of the account: what goes, what stays and for how long, and the address typed by whoever means it. */
export function DeleteAccountDialog({
  email,
  hasService,
  onEnd,
}: {
  readonly email: string;
  readonly hasService: boolean;
  readonly onEnd: () => void;
}) {
  const words = useProfileWords().data;
  const cancel = useProfileWords().proof.cancel;
  const status = useStatusLine();
  const { client } = useStudio();
  const prove = useProve();
  const { busy, refusal, run } = useAttempt();
  const [typed, setTyped] = useState('');
  const fits = typed.trim().toLowerCase() === email.toLowerCase();
  const remove = (): void => {
    if (!fits || busy !== null) return;
    void run('delete', async () => {
      const { signInDeleted, filesLeft } = await prove(() => client.account.deleteAccount({ email: typed }));
      status.say(!signInDeleted ? words.signInLeft : filesLeft > 0 ? words.filesLeft : words.deleted);
      onEnd();
    });
  };
  const goes = hasService ? words.goes : words.goesWithoutService;
  return (
    <Dialog
      open
      onOpenChange={onEnd}
      title={words.deleteTitle}
      onSubmit={remove}
      actions={
        <>
          <Button onClick={onEnd}>{cancel}</Button>
          <Button type="submit" variant="danger" busy={busy === 'delete'} disabled={!fits || busy !== null}>
            {words.deleteForGood}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-base">
        <Facts title={words.goesTitle} facts={goes} />
        <Facts title={words.staysTitle} facts={hasService ? words.stays : words.staysWithoutService} />
        <TextField
          label={words.typeAddress(email)}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={setTyped}
        />
        <Refusal words={refusal} />
      </div>
    </Dialog>
  );
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly string[] }) {
  return (
    <div>
      <h3 className="font-medium text-text">{title}</h3>
      <ul className="list-disc pl-5 text-muted">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}
