import { useEffect, useState } from 'react';
import type { AccountState } from '../../../contract/account.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useProject } from '../../state/project-context.ts';
import { useStudio } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { useSyncWords } from '../../words/sync-words.ts';

const own = 'own';

/** Turns sync on for the open project: for the person, or for an organisation that they may write for. */
export function TurnOn({ onDone }: { readonly onDone: () => void }) {
  const words = useSyncWords();
  const call = useCall();
  const { client } = useStudio();
  const { projectId } = useProject();
  const [account, setAccount] = useState<AccountState | null>(null);
  const [owner, setOwner] = useState(own);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let wanted = true;
    client.account.state().then(
      (state) => wanted && setAccount(state),
      // Without an answer there are no organisations to choose from; turning on says what is wrong.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client]);
  const organisations = (account?.signedIn?.organisations ?? []).filter(({ role }) => role !== 'viewer');
  const turnOn = async (): Promise<void> => {
    setBusy(true);
    const organisationId = owner === own ? null : owner;
    const done = await call(
      () => client.sync.turnOn({ projectId, organisationId }),
      () => words.turnedOn,
    );
    setBusy(false);
    if (done === null) onDone();
  };
  return (
    <>
      {organisations.length === 0 ? null : (
        <Select
          label={words.turnOnFor}
          className="min-w-0 flex-1"
          value={owner}
          onChange={setOwner}
          options={[
            { value: own, label: words.you },
            ...organisations.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
          ]}
        />
      )}
      <Button variant="primary" size="small" busy={busy} onClick={() => void turnOn()}>
        {words.turnOn}
      </Button>
    </>
  );
}
