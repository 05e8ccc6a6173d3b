import { Clapperboard } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { AssetId } from '../../../../domain/kernel/ids.ts';
import { projectRate } from '../../../../domain/project/project.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { usePlaceWords } from '../../../words/place-words.ts';
import { useWords } from '../../../words/use-words.ts';
import { useShownFiles } from './use-shown-files.ts';
import type { ViewedFilm } from './viewed-film.ts';
import { ViewerPanel } from './viewer-panel.tsx';
import type { ViewerSettingsStore } from './viewer-settings.ts';

export interface ViewerProps {
  /** The timeline as the window shows it. */
  readonly film: ViewedFilm;
  readonly settings: ViewerSettingsStore;
  /** What can be done while there is no film. */
  readonly emptyActions?: ReactNode;
}

/** The program viewer: plays the project's timeline; its playhead is the project's. */
export function Viewer({ film, settings, emptyActions }: ViewerProps) {
  const words = useWords('viewer');
  const places = usePlaceWords();
  const { projectId, view, mirror } = useProject();
  const project = useRow('project', projectId);
  const rate = useMemo(() => (project === null ? null : projectRate(project)), [project]);
  const shape = useMemo(
    () => (project === null ? null : { widthPx: project.widthPx, heightPx: project.heightPx }),
    [project],
  );
  const isProxy = useShownFiles(film, view);
  if (rate === null || shape === null) return <div className="h-full bg-black" />;
  return (
    <ViewerPanel
      label={words.program}
      film={film}
      place={view}
      rate={rate}
      shape={shape}
      settings={settings}
      commands="always"
      note={isProxy ? places.proxy : null}
      nameOf={(assetId: AssetId) => mirror.row('asset', assetId)?.name ?? null}
      empty={
        <EmptyState
          icon={Clapperboard}
          title={words.emptyTitle}
          text={words.emptyText}
          actions={emptyActions}
        />
      }
    />
  );
}
