import { AudioLines, RefreshCw } from 'lucide-react';
import { useMemo } from 'react';
import type { Commission } from '../../../../contract/commissions.ts';
import { useCommission } from '../../../actions/use-commission.ts';
import { useCommissionPrice } from '../../../actions/use-commission-price.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { Button } from '../../../ui/button.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { QueueButton } from './queue-button.tsx';
import { SpeakerVoice } from './speaker-voice.tsx';
import { speechDots } from './speech-dots.ts';
import { SpeechTakes } from './speech-takes.tsx';

/** Who speaks the line of a shot, its takes, and having it spoken at its price. */
export function SpeechFields({ facts }: { readonly facts: ShotFacts }) {
  const words = useWords('sound');
  const formats = useFormats();
  const interpret = useInterpret();
  const { shot, speech } = facts;
  const { line, state, job, takes } = speech;
  const commission = useMemo((): Commission => ({ what: 'speech', shotIds: [shot.id] }), [shot.id]);
  const again = state === 'current';
  const { estimate, fault } = useCommissionPrice(line === null ? null : commission, again);
  const { start } = useCommission();
  if (line === null) return null;
  const [priced] = estimate?.lines ?? [];
  const cost = priced?.costUsdMicros ?? null;
  const trouble =
    fault?.message ?? priced?.problem ?? (state === 'failed' ? job?.faultMessage : null) ?? null;
  const label = again ? words.speakAgain : words.speak;
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-2">
      <SpeakerVoice speaker={line.speaker} auto={priced ?? null} />
      {takes.length === 0 ? null : <SpeechTakes facts={facts} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          icon={again ? RefreshCw : AudioLines}
          busy={state === 'making'}
          disabled={cost === null}
          onClick={() => cost !== null && void start(commission, cost, again)}
        >
          {cost === null
            ? words.speak(fault === null && priced === undefined ? '…' : words.noPrice)
            : label(formats.money(cost))}
        </Button>
        <StateDot state={speechDots[state]} label={words.state[state]} withWords />
      </div>
      {trouble === null ? null : <p className="text-sm break-words text-muted">{interpret(trouble)}</p>}
      {priced?.state === 'ended' ? <QueueButton /> : null}
    </div>
  );
}
