import { Volume2 } from 'lucide-react';
import { useMemo } from 'react';
import type { Commission } from '../../../../contract/commissions.ts';
import type { CastId } from '../../../../domain/kernel/ids.ts';
import type { Voice } from '../../../../domain/project/voice.ts';
import { useCommission } from '../../../actions/use-commission.ts';
import { useCommissionPrice } from '../../../actions/use-commission-price.ts';
import { useRows } from '../../../state/project-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { PlayTake } from './play-take.tsx';

/** Listening to a voice: free where the film has something spoken with it, else a short line at its price. */
export function HearVoice({
  castId,
  name,
  voice,
}: {
  /** null: the narrator. */
  readonly castId: CastId | null;
  readonly name: string;
  readonly voice: Voice;
}) {
  const words = useWords('sound');
  const formats = useFormats();
  const interpret = useInterpret();
  const sample = useSample(voice);
  const commission = useMemo((): Commission => ({ what: 'voice-sample', castId, voice }), [castId, voice]);
  const { estimate } = useCommissionPrice(sample === null ? commission : null);
  const { start, isRunning } = useCommission();
  if (sample !== null) return <PlayTake take={sample} what={name} />;
  const [line] = estimate?.lines ?? [];
  const cost = line?.costUsdMicros ?? null;
  if (line?.problem != null)
    return <p className="text-sm break-words text-muted">{interpret(line.problem)}</p>;
  if (line === undefined || cost === null) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      icon={Volume2}
      busy={line.state === 'under-way' || isRunning(commission)}
      onClick={() => start(commission, cost)}
    >
      {words.hearFor(formats.money(cost))}
    </Button>
  );
}

/** The newest take that is spoken with a voice; null for none. */
function useSample({ provider, model, voice, speed }: Voice) {
  const takes = useRows('take');
  const jobs = useRows('job');
  return useMemo(() => {
    const spoken = new Set(
      jobs.flatMap(({ id, request }) =>
        request.kind === 'speech' &&
        request.provider === provider &&
        request.model === model &&
        request.voice === voice &&
        request.speed === speed
          ? [id]
          : [],
      ),
    );
    return takes.findLast(({ jobId }) => jobId !== null && spoken.has(jobId)) ?? null;
  }, [takes, jobs, provider, model, voice, speed]);
}
