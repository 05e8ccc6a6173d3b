import { RefreshCw } from 'lucide-react';
import { useCommandButton } from '../../../actions/use-command-button.ts';
import { useProject } from '../../../state/project-context.ts';
import { useSceneShots } from '../../../state/use-shots.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useWords } from '../../../words/use-words.ts';
import { isPending } from './summarise-update.ts';
import { usePendingUpdate } from './use-pending-update.ts';

/**
 * Says what the text has that scenes and shots do not show yet. They are brought up to date when the person says so: a
 * paragraph that is cut out for a moment would otherwise take its shots and their takes with it.
 */
export function UpdateBar() {
  const words = useWords('text');
  const { shots } = useProject();
  const scenes = useSceneShots();
  const update = usePendingUpdate();
  const command = useCommandButton('text.breakDown');
  if (scenes.length === 0 || !isPending(update)) return null;
  const { changedShots, goneShots, newShots } = update;
  const losing = [...goneShots].filter((id) => (shots.facts(id)?.takes.length ?? 0) > 0).length;
  const parts = [
    ...(changedShots.size > 0 ? [words.update.changed(changedShots.size)] : []),
    ...(newShots > 0 ? [words.update.added(newShots)] : []),
    ...(goneShots.size > 0 ? [words.update.gone(goneShots.size)] : []),
    ...(update.scenes > 0 ? [words.update.scenes(update.scenes)] : []),
  ];
  return (
    <div
      role="status"
      className="flex max-h-1/2 min-h-10 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1.5 overflow-y-auto border-t border-line bg-raised px-3 py-1.5"
    >
      <Icon of={RefreshCw} size={14} className="shrink-0 text-accent-text" />
      <p className="min-w-50 flex-1">
        <span className="font-medium">{words.update.pending}: </span>
        {parts.join(', ')}.{' '}
        <span className="text-muted">
          {losing > 0 ? words.update.losesTakes(losing) : words.update.keeps}
        </span>
      </p>
      <Button size="small" shortcut={command.shortcut} disabled={command.disabled} onClick={command.onClick}>
        {words.update.run}
      </Button>
    </div>
  );
}
