import { useEffect, useState } from 'react';
import { entityNames } from '../../../domain/kernel/patch.ts';
import { useProject } from '../../state/project-context.ts';
import { useConnection, useStudio } from '../../state/studio-context.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useFormats, useWords } from '../../words/use-words.ts';

/** When the last change was written: every patch that arrives has been committed to disk. */
export function SavedAt() {
  const words = useWords('shell');
  const formats = useFormats();
  const { client } = useStudio();
  const { projectId, mirror } = useProject();
  const connection = useConnection();
  const [atMs, setAtMs] = useState<number | null>(null);
  useEffect(() => {
    let wanted = true;
    client.projects.get({ projectId }).then(
      (summary) => wanted && setAtMs((before) => before ?? summary.changedAtMs),
      // Without an answer there is no time to show; the next change brings one.
      () => undefined,
    );
    const stop = mirror.subscribe(entityNames, (patch) => {
      if (patch !== null) setAtMs(Date.now());
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [client, projectId, mirror]);
  const lost = connection.is !== 'open';
  if (atMs === null && !lost) return null;
  return (
    <Tooltip label={words.savedHint}>
      <span className="hidden px-2 text-sm whitespace-nowrap text-faint tabular-nums lg:inline">
        {lost || atMs === null ? words.notSaved : words.savedAt(formats.time(atMs))}
      </span>
    </Tooltip>
  );
}
