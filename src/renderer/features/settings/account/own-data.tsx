import { useState } from 'react';
import type { SignedInPerson } from '../../../../contract/account.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useProfileWords } from '../../../words/account-words.ts';
import { useFormats } from '../../../words/use-words.ts';
import { Group } from '../section.tsx';
import { DeleteAccountDialog } from './delete-account-dialog.tsx';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

interface Written {
  readonly lines: number;
  readonly bytes: number;
  /** null while it is being written. */
  readonly path: string | null;
}

/** Everything that is kept of the account as a file, and the end of it. */
export function OwnData({
  signedIn,
  hasService,
}: {
  readonly signedIn: SignedInPerson;
  /** Whether a sync service keeps anything. */
  readonly hasService: boolean;
}) {
  const words = useProfileWords().data;
  const formats = useFormats();
  const status = useStatusLine();
  const { client, host } = useStudio();
  const { busy, refusal, run } = useAttempt();
  const [written, setWritten] = useState<Written | null>(null);
  const [stop, setStop] = useState<AbortController | null>(null);
  const [asks, setAsks] = useState(false);

  const write = async (): Promise<void> => {
    const fileName = words.fileName;
    const { bridge } = host;
    const path = await bridge?.savePath({
      title: words.saveTitle,
      filters: [{ name: words.files, extensions: ['jsonl'] }],
      suggestedName: `${fileName}.jsonl`,
    });
    // The person closed the dialog.
    if (path === null) return;
    const destination =
      path === undefined ? ({ to: 'exports-folder', fileName } as const) : ({ to: 'path', path } as const);
    const stopping = new AbortController();
    setStop(stopping);
    setWritten({ lines: 0, bytes: 0, path: null });
    try {
      const steps = await client.account.exportData({ destination }, { signal: stopping.signal });
      for (let step = await steps.next(); ; step = await steps.next()) {
        if (!step.done) {
          setWritten({ ...step.value, path: null });
          continue;
        }
        setWritten(step.value);
        status.say(words.done);
        return;
      }
    } catch (error) {
      setWritten(null);
      if (!stopping.signal.aborted) throw error;
      status.say(words.stopped);
    } finally {
      setStop(null);
    }
  };
  return (
    <Group title={words.title}>
      <div className="flex max-w-150 flex-col items-start gap-2">
        {hasService ? (
          <>
            <p className="text-base text-muted">{words.exportText}</p>
            <div className="flex gap-2">
              <Button busy={busy === 'export'} onClick={() => void run('export', write)}>
                {words.export}
              </Button>
              {stop === null ? null : (
                <Button variant="quiet" onClick={() => stop.abort()}>
                  {words.stop}
                </Button>
              )}
            </div>
            <p role="status" className="selectable text-base break-all text-text empty:hidden">
              {written === null
                ? null
                : written.path === null
                  ? words.writing(formats.number(written.lines), formats.bytes(written.bytes))
                  : words.written(written.path, formats.number(written.lines))}
            </p>
          </>
        ) : null}
        <Refusal words={refusal} />
        <p className="mt-2 text-base text-muted">{words.deleteText}</p>
        <Button variant="danger" onClick={() => setAsks(true)}>
          {words.delete}
        </Button>
      </div>
      {asks ? (
        <DeleteAccountDialog
          email={signedIn.person.email}
          hasService={hasService}
          onEnd={() => setAsks(false)}
        />
      ) : null}
    </Group>
  );
}
