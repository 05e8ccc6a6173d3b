import { useState } from 'react';
import type { JobState } from '../../../../domain/jobs/job.ts';
import { useWords } from '../../../words/use-words.ts';
import { StatesDiagram } from './states-diagram.tsx';
import { type Way, waysFrom, waysTo } from './ways.ts';

/** What every state of a job means, and every way between them with who goes it and why: read out of the studio's own table. */
export function StatesSheet() {
  const words = useWords('queueStates');
  const [chosen, setChosen] = useState<JobState>('queued');
  const to = waysTo(chosen);
  const from = waysFrom(chosen);
  return (
    <section aria-label={words.title} className="min-h-0 min-w-0 flex-1 overflow-y-auto -outline-offset-2">
      <div className="mx-auto flex w-full max-w-260 flex-col gap-5 px-6 py-6">
        <header>
          <h2 className="text-xl font-semibold text-text">{words.title}</h2>
          <p className="mt-1 max-w-150 text-base text-muted">{words.text}</p>
          <p className="mt-1 max-w-150 text-sm text-muted">{words.diagram}</p>
        </header>
        <StatesDiagram chosen={chosen} onChoose={setChosen} />
        <div aria-live="polite" className="selectable flex flex-col gap-3">
          <h3 className="text-lg font-medium text-text">{words.names[chosen]}</h3>
          <p className="max-w-150 text-base text-text">{words.meanings[chosen]}</p>
          <p className="max-w-150 text-base text-muted">{`${words.toDo}: ${words.nexts[chosen]}`}</p>
          <div className="grid gap-6 lg:grid-cols-2">
            <Ways title={words.comesFrom} ways={to} end="from" none={words.begins} />
            <Ways title={words.goesTo} ways={from} end="to" none={words.ends} />
          </div>
        </div>
      </div>
    </section>
  );
}

function Ways({
  title,
  ways,
  end,
  none,
}: {
  readonly title: string;
  readonly ways: readonly Way[];
  readonly end: 'from' | 'to';
  readonly none: string;
}) {
  const words = useWords('queueStates');
  return (
    <div>
      <h4 className="mb-1 text-sm text-muted">{title}</h4>
      {ways.length === 0 ? <p className="text-base text-text">{none}</p> : null}
      <ul className="flex flex-col gap-1">
        {ways.map((way) => (
          <li key={`${way.from} ${way.to} ${way.by} ${way.why}`} className="text-base text-text">
            <span className="font-medium">{words.names[way[end]]}</span>
            <span className="text-muted">{` · ${words.by[way.by]}: ${words.why(way.why)}`}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
