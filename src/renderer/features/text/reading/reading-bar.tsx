import { BookOpenText, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReadingState } from '../../../../contract/scenes.ts';
import { useCommandButton } from '../../../actions/use-command-button.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { useSelection } from '../breakdown/use-selection.ts';
import { readableWords } from './readable-words.ts';
import { useReading } from './use-reading.ts';

/** The language model at work under the script, and afterwards what came of it. */
export function ReadingBar() {
  const reading = useReading();
  const [dismissed, setDismissed] = useState<string | null>(null);
  if (reading.state === 'running') return <RunningReading reading={reading} />;
  if (reading.state === 'none' || reading.activityId === dismissed) return null;
  return <EndedReading reading={reading} onDismiss={() => setDismissed(reading.activityId)} />;
}

function RunningReading({ reading }: { readonly reading: ReadingState }) {
  const words = useWords('text');
  const formats = useFormats();
  const { client } = useStudio();
  const call = useCall();
  const stream = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the words as they come
  useEffect(() => {
    stream.current?.scrollTo({ top: stream.current.scrollHeight });
  }, [reading.words]);
  const { done, parts, activityId, costUsdMicros } = reading;
  return (
    <section aria-label={words.reading.running} className="shrink-0 border-t border-line bg-raised px-3 py-2">
      <div className="flex items-center gap-2.5">
        <Icon of={BookOpenText} size={14} className="shrink-0 text-accent-text" />
        <p className="min-w-0 flex-1 truncate" role="status">
          {parts === 0 ? words.reading.running : words.reading.part(Math.min(done + 1, parts), parts)}
        </p>
        <span className="text-sm text-muted tabular-nums">{formats.money(costUsdMicros)}</span>
        <Progress
          label={words.reading.running}
          done={done}
          total={parts}
          secondsLeft={null}
          look="bar"
          className="w-24"
        />
        <Button
          size="small"
          disabled={activityId === null}
          onClick={() =>
            activityId === null ? undefined : void call(() => client.activities.cancel({ activityId }))
          }
        >
          {words.reading.stop}
        </Button>
      </div>
      {reading.words === '' ? null : (
        <div
          ref={stream}
          role="log"
          aria-live="off"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keys.
          tabIndex={0}
          aria-label={words.reading.stream}
          className="selectable mt-2 h-24 overflow-y-auto rounded-inner bg-ground p-2 text-sm break-words whitespace-pre-wrap text-muted"
        >
          {readableWords(reading.words)}
        </div>
      )}
    </section>
  );
}

function EndedReading({
  reading,
  onDismiss,
}: {
  readonly reading: ReadingState;
  readonly onDismiss: () => void;
}) {
  const words = useWords('text');
  const interpret = useInterpret();
  const { mirror } = useProject();
  const select = useSelection();
  const undo = useCommandButton('edit.undo');
  const [open, setOpen] = useState(false);
  const { result, message, state } = reading;
  const fellBack = result?.fellBack ?? [];
  return (
    <section aria-label={words.reading.title} className="shrink-0 border-t border-line bg-raised px-3 py-2">
      <div className="flex items-center gap-2.5">
        <Icon
          of={BookOpenText}
          size={14}
          className={state === 'failed' ? 'shrink-0 text-bad' : 'shrink-0 text-accent-text'}
        />
        <p role="status" className="min-w-0 flex-1">
          {message === null ? '' : interpret(message)}
          {result === null || result.changes === 0 ? null : (
            <span className="text-muted">
              {' '}
              {words.reading.changed(result.scenesChanged, result.shotsChanged)}
            </span>
          )}
        </p>
        {fellBack.length === 0 ? null : (
          <Button size="small" variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {words.reading.why}
          </Button>
        )}
        {result === null || result.changes === 0 ? null : (
          <Button size="small" disabled={undo.disabled} onClick={undo.onClick}>
            {words.reading.undo}
          </Button>
        )}
        <IconButton icon={X} size="small" label={words.reading.dismiss} onClick={onDismiss} />
      </div>
      {open ? (
        <ul className="mt-2 flex max-h-32 flex-col gap-1 overflow-y-auto text-sm">
          {fellBack.map(({ sceneId, heading, reason }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two parts of one scene may have the same reason
            <li key={i} className="flex gap-2">
              <button
                type="button"
                className="max-w-1/2 shrink-0 truncate text-left hover:underline"
                onClick={() => {
                  const scene = mirror.row('scene', sceneId);
                  if (scene !== null) select.scene(scene);
                }}
              >
                {heading}
              </button>
              <span className="min-w-0 flex-1 text-muted">{interpret(reason)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
