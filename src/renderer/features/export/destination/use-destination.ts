import { useState } from 'react';
import type { ExportDestination } from '../../../../contract/exports.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';

export interface DestinationChoice {
  readonly destination: ExportDestination;
  /** Of a film in the folder for films. */
  readonly fileName: string;
  setFileName(name: string): void;
  /** Asks the system where to; null where this host has no such dialog. */
  readonly choosePath: (() => Promise<void>) | null;
  /** Back to the folder for films. */
  readonly useFolder: () => void;
}

/** Where the next film goes: a name in the folder for films, or a place that the person chose. */
export function useDestination(): DestinationChoice {
  const { host } = useStudio();
  const words = useWords('export');
  const { projectId } = useProject();
  const title = useRow('project', projectId)?.title ?? '';
  const [name, setName] = useState<string | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const fileName = name === null || name.trim() === '' ? title || words.film : name;
  const { bridge } = host;
  return {
    destination: path === null ? { to: 'exports-folder', fileName } : { to: 'path', path },
    fileName: name ?? title,
    setFileName: setName,
    choosePath:
      bridge === null || !host.capabilities.nativeDialogs
        ? null
        : async () => {
            const chosen = await bridge.savePath({
              title: words.chooseTitle,
              filters: [{ name: words.filmFiles, extensions: ['mp4'] }],
              suggestedName: `${fileName}.mp4`,
            });
            if (chosen !== null) setPath(chosen);
          },
    useFolder: () => setPath(null),
  };
}
