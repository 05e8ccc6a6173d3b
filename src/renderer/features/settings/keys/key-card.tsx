import { Check, ExternalLink, X } from 'lucide-react';
import { useState } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import type { KeyStatus } from '../../../../contract/keys.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useInterpret, useWords } from '../../../words/use-words.ts';

/** Providers whose key is of an account that has to be named. */
const accountProviders: readonly string[] = ['cloudflare'];

type Verdict = { readonly good: boolean; readonly words: string };

/** One provider's key: what it is for and costs, whether it is set and where, and what can be done with it. */
export function KeyCard({
  status,
  onChanged,
}: {
  readonly status: KeyStatus;
  readonly onChanged: () => void;
}) {
  const words = useWords('settings');
  const interpret = useInterpret();
  const { client } = useStudio();
  const call = useCall();
  const { provider } = status;
  const about = aboutOf(words.providers, provider);
  const [secret, setSecret] = useState('');
  const [account, setAccount] = useState('');
  const hasAccount = accountProviders.includes(provider);
  const isWhole = secret.trim() !== '' && (!hasAccount || account.trim() !== '' || secret.includes(':'));
  // A key that was copied with its account in front is whole by itself.
  const key = hasAccount && !secret.includes(':') ? `${account.trim()}:${secret.trim()}` : secret;
  const [consent, setConsent] = useState(false);
  const [busy, setBusy] = useState<'set' | 'test' | 'remove' | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);

  const test = async (): Promise<void> => {
    setBusy('test');
    setVerdict(null);
    try {
      const { message } = await client.keys.test({ provider });
      setVerdict({ good: true, words: interpret(message) });
    } catch (error) {
      setVerdict({ good: false, words: interpret(faultOfCall(error).message) });
    }
    setBusy(null);
  };
  const set = async (): Promise<void> => {
    setBusy('set');
    setVerdict(null);
    try {
      await client.keys.set({ provider, key, consentToFile: consent });
      // It is not wanted any longer than it takes to hand it over.
      setSecret('');
      onChanged();
      await test();
    } catch (error) {
      setVerdict({ good: false, words: interpret(faultOfCall(error).message) });
      setBusy(null);
    }
  };
  const remove = async (): Promise<void> => {
    setBusy('remove');
    setVerdict(null);
    await call(
      () => client.keys.remove({ provider }),
      () => words.keyRemoved,
    );
    setBusy(null);
    onChanged();
  };

  return (
    <li className="rounded-outer border border-line bg-panel">
      <div className="px-4 py-3">
        <div className="flex items-center gap-3">
          <h3 className="text-lg font-medium text-text">{about?.name ?? provider}</h3>
          <StateDot
            withWords
            state={status.set ? 'done' : 'none'}
            label={status.set ? words.keySet : words.keyNotSet}
          />
          <span className="flex-1" />
          <Button
            size="small"
            busy={busy === 'test'}
            disabled={!status.set || busy !== null}
            onClick={() => void test()}
          >
            {busy === 'test' ? words.testing : words.testKey}
          </Button>
          <Button
            size="small"
            variant="danger"
            busy={busy === 'remove'}
            disabled={!status.set || status.kept === 'environment' || busy !== null}
            onClick={() => void remove()}
          >
            {words.removeKey}
          </Button>
        </div>
        <p className="mt-1 text-base text-text">{about?.use ?? words.otherProvider.use}</p>
        <p className="text-base text-muted">{about?.cost ?? words.otherProvider.cost}</p>
        {status.kept === null ? null : <p className="mt-1 text-sm text-muted">{words.kept[status.kept]}</p>}
        <p role="status" className="empty:hidden">
          {verdict === null ? null : (
            <span className="mt-2 flex items-start gap-1.5 text-base">
              <Icon
                of={verdict.good ? Check : X}
                className={verdict.good ? 'mt-0.5 text-good' : 'mt-0.5 text-bad'}
              />
              <span className="selectable min-w-0 break-words text-text">{verdict.words}</span>
            </span>
          )}
        </p>
      </div>
      <form
        className="flex flex-col gap-2 border-t border-line px-4 py-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole && busy === null) void set();
        }}
      >
        <div className="flex items-end gap-2">
          {hasAccount ? (
            <TextField
              label={words.accountId}
              autoComplete="off"
              spellCheck={false}
              value={account}
              onChange={setAccount}
              className="min-w-0 flex-1"
            />
          ) : null}
          <TextField
            label={hasAccount ? words.apiToken : status.set ? words.newKey : words.key}
            type="password"
            autoComplete="off"
            value={secret}
            onChange={setSecret}
            className="min-w-0 flex-1"
          />
          <Button
            type="submit"
            variant={status.set ? 'plain' : 'primary'}
            busy={busy === 'set'}
            disabled={!isWhole || busy !== null}
          >
            {status.set ? words.replaceKey : words.setKey}
          </Button>
        </div>
        <p className="text-sm text-faint">
          {words.keyHint} {consent ? words.wouldBeKept.file : words.wouldBeKept[status.wouldBeKept]}
        </p>
        {status.mayUseFile ? (
          <Checkbox label={words.consent} hint={words.consentHint} checked={consent} onChange={setConsent} />
        ) : null}
        {about === null ? null : (
          <a
            href={about.address}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1.5 self-start text-sm text-accent-text hover:underline"
          >
            {about.link}
            <Icon of={ExternalLink} size={12} />
          </a>
        )}
      </form>
    </li>
  );
}

/** What is said of a provider; null for one without words of its own. */
function aboutOf<About>(known: Readonly<Record<string, About>>, provider: string): About | null {
  return Object.hasOwn(known, provider) ? (known[provider] ?? null) : null;
}
