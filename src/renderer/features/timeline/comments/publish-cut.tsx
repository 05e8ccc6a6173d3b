import { useCallback, useEffect, useState } from 'react';
import type { Activity } from '../../../../contract/activities.ts';
import type { CaptionMode } from '../../../../domain/export/export-record.ts';
import type { ShownCut } from '../../../../domain/sync/share-messages.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Select } from '../../../ui/select.tsx';
import { useSharingWords } from '../../../words/sharing-words.ts';
import { useFormats, useInterpret } from '../../../words/use-words.ts';

interface CutSize {
  readonly shortSidePx: number | null;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly estimatedBytes: number;
}

interface Shown {
  readonly cut: ShownCut | null;
  readonly edits: number | null;
}

/** What links show, and publishing the cut as it is now: work of the studio, which goes on without this dialog. */
export function PublishCut({
  shown,
  onPublished,
}: {
  readonly shown: Shown | null;
  readonly onPublished: () => void;
}) {
  const words = useSharingWords();
  const { projectId } = useProject();
  const { client } = useStudio();
  const call = useCall();
  const [sizes, setSizes] = useState<readonly CutSize[]>([]);
  const [size, setSize] = useState('own');
  const [captions, setCaptions] = useState<CaptionMode>('sidecar');
  const running = useStudioState(({ activities }) =>
    activities.find(
      (one) => one.kind === 'publish' && one.projectId === projectId && one.finishedAtMs === null,
    ),
  );
  const ended = useStudioState(({ activities }) =>
    activities.find((one) => one.kind === 'publish' && one.projectId === projectId),
  );
  const isDone = ended?.state === 'done' ? ended.id : null;
  useEffect(() => {
    if (isDone !== null) onPublished();
  }, [isDone, onPublished]);
  useEffect(() => {
    client.shares.cutSizes({ projectId }).then(setSizes, () => setSizes([]));
  }, [client, projectId]);
  const publish = async (): Promise<void> => {
    const shortSidePx = size === 'own' ? null : Number(size);
    await call(() => client.shares.queueCut({ projectId, preset: 'standard', captions, shortSidePx }));
  };
  if (running !== undefined) return <Running activity={running} />;
  return (
    <section aria-labelledby="share-cut" className="flex flex-col items-start gap-2">
      <h3 id="share-cut" className="text-sm font-medium">
        {words.cut}
      </h3>
      <ShownLine shown={shown} />
      {ended?.state === 'failed' ? <Failed activity={ended} /> : null}
      <div className="grid w-full grid-cols-2 gap-2">
        <SizeSelect sizes={sizes} value={size} onChange={setSize} />
        <Select
          label={words.captions}
          value={captions}
          options={(['sidecar', 'burn', 'none'] as const).map((value) => ({
            value,
            label: words.captionsAs[value],
          }))}
          onChange={setCaptions}
        />
      </div>
      <Button
        variant={shown?.cut == null ? 'primary' : 'plain'}
        disabled={sizes.length === 0}
        onClick={() => void publish()}
      >
        {shown?.cut == null ? words.publish : words.publishAgain}
      </Button>
      <p className="text-sm text-muted">{sizes.length === 0 ? words.nothingToPublish : words.publishHint}</p>
    </section>
  );
}

function SizeSelect({
  sizes,
  value,
  onChange,
}: {
  readonly sizes: readonly CutSize[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const words = useSharingWords();
  const formats = useFormats();
  const nameOf = ({ shortSidePx, widthPx, heightPx, estimatedBytes }: CutSize): string =>
    words.sizeOf(
      `${shortSidePx ?? Math.min(widthPx, heightPx)}p`,
      formats.bytes(estimatedBytes),
      shortSidePx === null,
    );
  const options = sizes.map((one) => ({ value: String(one.shortSidePx ?? 'own'), label: nameOf(one) }));
  return <Select label={words.size} value={value} options={options} onChange={onChange} />;
}

/** Of when the cut is that links show, and what is not in it. */
function ShownLine({ shown }: { readonly shown: Shown | null }) {
  const words = useSharingWords();
  const formats = useFormats();
  if (shown === null) return null;
  const { cut, edits } = shown;
  if (cut === null) return <p className="text-sm text-muted">{words.noCutYet}</p>;
  const atMs = cut.madeAtMs ?? cut.publishedAtMs;
  return (
    <p className="text-sm" data-testid="shown-cut">
      {words.shows(formats.date(atMs), formats.time(atMs))}
      {edits === null ? null : <span className="text-muted"> {words.editsSince(edits)}</span>}
    </p>
  );
}

function Failed({ activity }: { readonly activity: Activity }) {
  const interpret = useInterpret();
  return activity.message === null ? null : (
    <p role="alert" className="text-sm text-bad">
      {interpret(activity.message)}
    </p>
  );
}

function Running({ activity }: { readonly activity: Activity }) {
  const words = useSharingWords();
  const interpret = useInterpret();
  const { client } = useStudio();
  const call = useCall();
  const { id: activityId, done, total, secondsLeft, message, state } = activity;
  const cancel = useCallback(
    () => void call(() => client.activities.cancel({ activityId })),
    [call, client, activityId],
  );
  return (
    <section aria-label={words.cut} className="flex flex-col gap-1">
      <div className="flex items-center gap-2">
        <Progress
          className="flex-1"
          label={words.publishing}
          done={done}
          total={state === 'waiting' ? 0 : total}
          secondsLeft={secondsLeft}
        />
        <Button size="small" onClick={cancel}>
          {words.cancel}
        </Button>
      </div>
      <p className="text-sm text-muted">
        {message === null ? null : interpret(message)} {words.goesOn}
      </p>
    </section>
  );
}
