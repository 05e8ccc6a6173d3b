import { createContext, use, useEffect, useState } from 'react';
import { useProject, useRow, useRows } from '../../../state/project-context.ts';
import { useScript } from '../page/write-desk.ts';
import { createUpdateAsker, type UpdateAsker } from './ask-update.ts';
import { nothingPending, type PendingUpdate } from './summarise-update.ts';

export const PendingUpdateContext = createContext<PendingUpdate>(nothingPending);

/** What an update of scenes and shots would change now. */
export function usePendingUpdate(): PendingUpdate {
  return use(PendingUpdateContext);
}

/** Shots are looked at again this long after the last keystroke; in a long text after as long as the last look took. */
const shortestPauseMs = 120;
const longestPauseMs = 1_500;

/** Keeps asking as the text or the rows change; once around the page. */
export function usePendingUpdateSource(): PendingUpdate {
  const { projectId } = useProject();
  const project = useRow('project', projectId);
  const blocks = useScript();
  const scenes = useRows('scene');
  const shots = useRows('shot');
  const cast = useRows('cast');
  const [update, setUpdate] = useState(nothingPending);
  const [asker, setAsker] = useState<UpdateAsker | null>(null);
  useEffect(() => {
    const made = createUpdateAsker(setUpdate);
    setAsker(made);
    return () => made.close();
  }, []);
  useEffect(() => {
    if (asker === null || project === null) return;
    const { id, fpsNum, fpsDen } = project;
    const timer = setTimeout(
      () => asker.ask({ project: { id, fpsNum, fpsDen }, blocks, stored: { scenes, cast, shots } }),
      Math.min(longestPauseMs, Math.max(shortestPauseMs, asker.tookMs())),
    );
    return () => clearTimeout(timer);
  }, [asker, project, blocks, scenes, shots, cast]);
  return update;
}
