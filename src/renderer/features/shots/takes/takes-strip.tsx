import { Film, Trash2, Upload } from 'lucide-react';
import { useMemo } from 'react';
import type { Take } from '../../../../domain/assets/take.ts';
import { useProject, useRows } from '../../../state/project-context.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useBoard } from '../board/board-store.ts';
import { PutAwayTakes } from './put-away-takes.tsx';
import { inOrder } from './ratings.ts';
import { describeTakes, unchosenTakes } from './take-facts.ts';
import { TakeTile } from './take-tile.tsx';
import { useOwnTake } from './use-own-take.ts';
import { useTakeDrop } from './use-take-drop.ts';
import { useTakeEdits } from './use-take-edits.ts';

/** All takes of a shot, clips before stills, newest first; one of each kind is chosen. */
export function TakesStrip({ facts }: { readonly facts: ShotFacts }) {
  const words = useWords('shots');
  const { mirror, shots } = useProject();
  const project = useRows('project')[0];
  const cast = useRows('cast');
  const places = useRows('place');
  const edits = useTakeEdits();
  const ownTake = useOwnTake();
  const takeDrop = useTakeDrop();
  const described = useMemo(() => {
    if (project === undefined) return [];
    const takeOf = (id: string): Take | null => facts.takes.find((take) => take.id === id) ?? null;
    const requestOf = (id: string) => mirror.row('job', id)?.request ?? null;
    const { mostReferences } = shots;
    const source = { project, cast, places, takeOf, requestOf, mostReferences };
    return [...describeTakes(facts, 'clip', source), ...describeTakes(facts, 'still', source)];
  }, [facts, project, cast, places, mirror, shots]);
  const unchosen = unchosenTakes(facts);
  const order = useBoard((state) => state.takeOrder);
  const shown = inOrder(
    described.filter(({ take }) => take.discardedAtMs === null),
    order,
  );
  const away = described.filter(({ take }) => take.discardedAtMs !== null);
  return (
    <div
      data-shot={facts.shot.id}
      className="flex flex-col gap-2 rounded-inner outline-offset-4 outline-accent data-[takes-file]:outline-2"
      {...takeDrop}
    >
      {described.length === 0 ? (
        <p className="flex items-start gap-2 text-sm text-faint">
          <Film size={14} strokeWidth={1.5} aria-hidden className="mt-px shrink-0" />
          {words.take.none}
        </p>
      ) : (
        <ul className="grid grid-cols-2 gap-2">
          {shown.map((take) => (
            <TakeTile key={take.take.id} facts={take} shotId={facts.shot.id} />
          ))}
        </ul>
      )}
      {away.length === 0 ? null : <PutAwayTakes away={away} shotId={facts.shot.id} />}
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          icon={Upload}
          busy={ownTake.busy}
          title={words.take.fileHint}
          onClick={() => ownTake.choose(facts.shot.id)}
        >
          {ownTake.busy ? words.take.reading : words.take.useFile}
        </Button>
        {unchosen.length === 0 ? null : (
          <Button
            size="small"
            variant="quiet"
            icon={Trash2}
            onClick={() => void edits.delete(unchosen.map(({ id }) => id))}
          >
            {words.take.deleteUnchosen(unchosen.length)}
          </Button>
        )}
      </div>
    </div>
  );
}
