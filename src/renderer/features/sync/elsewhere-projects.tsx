import { useState } from 'react';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { SyncState } from '../../../domain/sync/sync-status.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { useSyncWords } from '../../words/sync-words.ts';
import { useFormats, useInterpret } from '../../words/use-words.ts';

/** Projects of this person that are not on this computer, with the way to bring each here. Nothing where there are none. */
export function ElsewhereProjects() {
  const words = useSyncWords();
  const formats = useFormats();
  const call = useCall();
  const { client } = useStudio();
  const nowMs = useNow();
  const elsewhere = useStudioState((state) => state.sync?.elsewhere ?? none);
  const mirrored = useStudioState((state) => state.sync?.projects ?? none);
  const interpret = useInterpret();
  const [opening, setOpening] = useState<string | null>(null);
  if (elsewhere.length === 0) return null;
  const open = async (projectId: string): Promise<void> => {
    setOpening(projectId);
    await call(
      () => client.sync.openHere({ projectId: projectId as ProjectId }),
      () => words.opening,
    );
    setOpening(null);
  };
  /** Of one that was opened and is not here yet. */
  const standing = ({ kind, ...state }: SyncState): string => {
    if (kind === 'up-to-date') return words.nothingToShow;
    return 'message' in state ? interpret(String(state.message)) : words.comes;
  };
  return (
    <section aria-label={words.elsewhereTitle} className="shrink-0 border-b border-line bg-panel px-4 py-2">
      <h2 className="text-sm text-muted">{words.elsewhereTitle}</h2>
      <ul className="mt-1 max-h-40 overflow-y-auto">
        {elsewhere.map(({ id, title, role, changedAtMs }) => {
          const opened = mirrored.find(({ projectId }) => projectId === id);
          return (
            <li key={id} className="flex h-8 items-center gap-3 text-base">
              <span className="min-w-0 truncate text-text">{title}</span>
              <span className="shrink-0 text-sm text-faint">
                {role === 'owner' ? null : `${words.role[role]} · `}
                {words.changed(formats.ago(changedAtMs, nowMs))}
              </span>
              <span className="flex-1" />
              {opened === undefined ? (
                <Button size="small" busy={opening === id} onClick={() => void open(id)}>
                  {words.openHere}
                  <span className="sr-only"> {title}</span>
                </Button>
              ) : (
                <span role="status" className="min-w-0 truncate text-sm text-muted">
                  {standing(opened.state)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const none: readonly never[] = [];
