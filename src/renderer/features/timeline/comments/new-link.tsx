import { useState } from 'react';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useSharingWords } from '../../../words/sharing-words.ts';

const dayMs = 24 * 3_600_000;
const lengthsMs = { never: null, day: dayMs, week: 7 * dayMs, month: 30 * dayMs } as const;
type Ends = keyof typeof lengthsMs;

/** Makes a link and shows its address, this once. */
export function NewLink({ onMade }: { readonly onMade: () => void }) {
  const words = useSharingWords();
  const status = useStatusLine();
  const { projectId } = useProject();
  const { client } = useStudio();
  const call = useCall();
  const [title, setTitle] = useState('');
  const [password, setPassword] = useState('');
  const [ends, setEnds] = useState<Ends>('month');
  const [url, setUrl] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    const length = lengthsMs[ends];
    const made = await call(() =>
      client.shares.create({
        ...{ projectId, title: title.trim() },
        expiresAtMs: length === null ? null : Date.now() + length,
        password: password === '' ? null : password,
      }),
    );
    if (made === null) return;
    setUrl(made.url);
    setPassword('');
    onMade();
  };
  const isTooShort = password !== '' && password.length < 4;
  return (
    <section aria-labelledby="share-new" className="flex flex-col gap-2">
      <h3 id="share-new" className="text-sm font-medium">
        {words.newLink}
      </h3>
      <TextField label={words.linkTitle} value={title} maxLength={200} onChange={setTitle} />
      <TextField
        label={words.password}
        type="password"
        autoComplete="new-password"
        value={password}
        maxLength={200}
        onChange={setPassword}
        hint={words.passwordHint}
      />
      <Select
        label={words.ends}
        value={ends}
        options={(Object.keys(lengthsMs) as Ends[]).map((value) => ({
          value,
          label: words.endsAfter[value],
        }))}
        onChange={setEnds}
      />
      <div>
        <Button variant="primary" disabled={isTooShort} onClick={() => void make()}>
          {words.make}
        </Button>
      </div>
      {url === null ? null : (
        <div role="status" className="flex flex-col items-start gap-1.5">
          <p className="text-sm">{words.made}</p>
          <p data-testid="share-url" className="selectable font-mono text-sm break-all">
            {url}
          </p>
          <Button
            size="small"
            onClick={() => void navigator.clipboard.writeText(url).then(() => status.say(words.copied))}
          >
            {words.copy}
          </Button>
        </div>
      )}
    </section>
  );
}
