import { CircleCheck, Unplug } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useConnection, useStudio } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useFormats, useWords } from '../../words/use-words.ts';
import { useSilence } from './use-silence.ts';

/** How long the good news stays. */
const goodNewsMs = 4_000;
/** From this attempt on, about a quarter of a minute later, nobody expects it to come back by itself. */
const goneAttempt = 8;

/** Says that the line to the studio is not there, or is back; nothing while all is well. */
export function ConnectionBanner({ caughtUp }: { readonly caughtUp: boolean }) {
  const words = useWords('shell');
  const formats = useFormats();
  const { connection, host } = useStudio();
  const state = useConnection();
  const silentSinceMs = useSilence();
  const wasLost = useRef(false);
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (state.is === 'lost') {
      wasLost.current = true;
      setBack(false);
    } else if (state.is === 'open' && wasLost.current) {
      wasLost.current = false;
      setBack(true);
    }
  }, [state]);
  useEffect(() => {
    if (!back || !caughtUp) return;
    const timer = setTimeout(() => setBack(false), goodNewsMs);
    return () => clearTimeout(timer);
  }, [back, caughtUp]);
  return (
    <div role="status" aria-atomic>
      {state.is === 'lost' ? (
        <Row tone="bad">
          <Icon of={Unplug} className="text-bad" />
          <span className="min-w-0 flex-1">
            {`${words.connectionLost(formats.time(state.sinceMs))} ${state.attempt < goneAttempt ? words.connectionKept : host.bridge === null ? words.connectionGone : words.connectionGoneDesktop}`}
          </span>
          {/* Counting aloud would speak over everything else. */}
          <span aria-hidden className="shrink-0 text-sm text-muted tabular-nums">
            {words.attempt(state.attempt)}
          </span>
          <Button size="small" onClick={connection.retryNow}>
            {words.retryNow}
          </Button>
        </Row>
      ) : silentSinceMs !== null ? (
        <Row tone="bad">
          <Spinner />
          <span className="min-w-0 flex-1">{words.connectionSilent(formats.time(silentSinceMs))}</span>
        </Row>
      ) : back ? (
        <Row tone="good">
          {caughtUp ? <Icon of={CircleCheck} className="text-good" /> : <Spinner />}
          <span className="min-w-0 flex-1 truncate">{caughtUp ? words.caughtUp : words.catchingUp}</span>
        </Row>
      ) : state.is === 'connecting' ? (
        <Row tone="good" late>
          <Spinner />
          <span className="min-w-0 flex-1 truncate">{words.connecting}</span>
        </Row>
      ) : null}
    </div>
  );
}

function Row({
  tone,
  late = false,
  children,
}: {
  readonly tone: 'bad' | 'good';
  readonly late?: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <div
      className={classNames(
        'flex min-h-9 items-center gap-2 border-b border-line px-3 py-1 text-base text-text',
        tone === 'bad' ? 'bg-bad-soft' : 'bg-raised',
        late && 'animate-late',
      )}
    >
      {children}
    </div>
  );
}
