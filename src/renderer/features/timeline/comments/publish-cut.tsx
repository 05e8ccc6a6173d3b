import { useEffect, useRef, useState } from 'react';
import type { PublishProgress } from '../../../../contract/shares.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { useSharingWords } from '../../../words/sharing-words.ts';

/** Writes the cut and sends it; closing the dialog ends that, and links show what they did. */
export function PublishCut() {
  const words = useSharingWords();
  const { projectId } = useProject();
  const { client } = useStudio();
  const call = useCall();
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<PublishProgress | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const publish = async (): Promise<void> => {
    const ends = new AbortController();
    running.current = ends;
    setProgress({ stage: 'writing', done: 0, total: 1 });
    const order = { projectId, preset: 'standard', captions: 'burn' } as const;
    await call(
      async () => {
        const events = await client.shares.publish(order, { signal: ends.signal });
        for await (const event of events) setProgress(event);
      },
      () => words.published,
    );
    setProgress(null);
  };
  if (progress === null) {
    return (
      <div className="flex flex-col items-start gap-1">
        <Button onClick={() => void publish()}>{words.publish}</Button>
        <p className="text-sm text-muted">{words.publishHint}</p>
      </div>
    );
  }
  return (
    <div className="flex items-center gap-2">
      <Progress
        className="flex-1"
        label={progress.stage === 'writing' ? words.writing : words.sending}
        done={progress.done}
        total={progress.total}
      />
      <Button size="small" onClick={() => running.current?.abort()}>
        {words.cancel}
      </Button>
    </div>
  );
}
