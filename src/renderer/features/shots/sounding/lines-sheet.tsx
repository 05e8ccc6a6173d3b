import { MessageSquare } from 'lucide-react';
import { useState } from 'react';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Select } from '../../../ui/select.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { useWords } from '../../../words/use-words.ts';
import { LineRow } from './line-row.tsx';
import { MakerField } from './maker-field.tsx';
import { NarrateButton } from './narrate-button.tsx';
import { PriceProblem } from './price-problem.tsx';
import { SpeakerVoice } from './speaker-voice.tsx';
import { TickAll } from './tick-all.tsx';
import type { SoundPlan } from './use-sound-plan.ts';

const keyOf = ({ shot }: ShotFacts): string => `speech ${shot.id}`;

/** Who speaks with which voice on the left, what is said on the right. */
export function LinesSheet({
  plan,
  spoken,
}: {
  readonly plan: SoundPlan;
  readonly spoken: readonly ShotFacts[];
}) {
  const words = useWords('sound');
  const [only, setOnly] = useState('');
  const speakers = new Map<string, ShotFacts[]>();
  for (const facts of spoken) {
    const speaker = facts.speech.line?.speaker ?? '';
    speakers.set(speaker, [...(speakers.get(speaker) ?? []), facts]);
  }
  if (spoken.length === 0) {
    return (
      <EmptyState
        icon={MessageSquare}
        title={words.noLinesTitle}
        text={words.noLinesText}
        actions={<NarrateButton />}
      />
    );
  }
  const shown = only === '' ? spoken : (speakers.get(only) ?? []);
  const outdated = spoken.filter(({ speech }) => speech.state === 'outdated').length;
  return (
    <div className="flex h-full min-h-0 gap-4 pt-3 max-md:flex-col">
      <ul className="flex w-72 shrink-0 flex-col gap-2 overflow-y-auto pr-2 pb-1 max-md:max-h-40 max-md:w-full">
        <li>
          <MakerField kind="speech" price={plan.prices.lines} />
        </li>
        {[...speakers].map(([speaker, own]) => (
          <li key={speaker}>
            <SpeakerVoice
              speaker={speaker}
              label={`${speaker} · ${words.linesOf(own.length)}`}
              auto={own[0] === undefined ? null : plan.lineOf(keyOf(own[0]))}
            />
          </li>
        ))}
        <li>
          <NarrateButton />
        </li>
      </ul>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <PriceProblem price={plan.prices.lines} />
        <div className="flex items-center gap-3 border-b border-line pb-1">
          <TickAll plan={plan} lineKeys={shown.map(keyOf)} />
          {outdated > 0 ? (
            <span className="text-sm text-muted tabular-nums">{words.outdatedLines(outdated)}</span>
          ) : null}
          <Select
            label={words.everybody}
            labelAt="hidden"
            value={only}
            options={[
              { value: '', label: words.everybody },
              ...[...speakers.keys()].map((value) => ({ value, label: value })),
            ]}
            onChange={setOnly}
            className="ml-auto w-40"
          />
        </div>
        <VirtualList
          label={words.lines(shown.length)}
          items={shown}
          keyOf={keyOf}
          rowHeightPx={44}
          className="flex-1"
          render={(facts) => <LineRow facts={facts} plan={plan} lineKey={keyOf(facts)} />}
        />
      </div>
    </div>
  );
}
