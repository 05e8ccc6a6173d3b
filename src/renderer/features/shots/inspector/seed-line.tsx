import { Lock, LockOpen } from 'lucide-react';
import { seedOfShot } from '../../../../domain/jobs/build-requests.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useWords } from '../../../words/use-words.ts';

/** The seed of what the shot shows; locked, later takes of other words begin from the same noise. */
export function SeedLine({ facts: { shot, clip, still } }: { readonly facts: ShotFacts }) {
  const words = useWords('shots');
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const seed = shot.seed ?? clip?.seed ?? still?.seed ?? seedOfShot(shot.id);
  const locked = shot.seed !== null;
  return (
    <p className="flex items-center justify-between gap-2 text-sm">
      <span className="text-muted">{words.field.seed}</span>
      <span className="flex items-center gap-1">
        <span className="selectable font-mono text-text">{seed}</span>
        <IconButton
          icon={locked ? Lock : LockOpen}
          size="tiny"
          pressed={locked}
          label={locked ? words.seedUnlock : words.seedLock}
          onClick={() =>
            void edit(() =>
              client.shots.edit({ projectId, shotId: shot.id, fields: { seed: locked ? null : seed } }),
            )
          }
        />
      </span>
    </p>
  );
}
