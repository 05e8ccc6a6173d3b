import { Film } from 'lucide-react';
import { useMemo } from 'react';
import type { Asset } from '../../../../domain/assets/asset.ts';
import { projectRate } from '../../../../domain/project/project.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useWords } from '../../../words/use-words.ts';
import { filmOfAsset, type PlaceStore } from './viewed-film.ts';
import { ViewerPanel } from './viewer-panel.tsx';
import type { ViewerSettingsStore } from './viewer-settings.ts';

export interface SourceViewerProps {
  /** null while nothing is chosen. */
  readonly asset: Asset | null;
  /** Its own playhead and marks (`createViewedPlace`): what an insert from here takes. */
  readonly place: PlaceStore;
  readonly settings: ViewerSettingsStore;
}

/** Plays one medium by itself. Its commands are the keyboard's while it has the focus. */
export function SourceViewer({ asset, place, settings }: SourceViewerProps) {
  const words = useWords('viewer');
  const { projectId } = useProject();
  const project = useRow('project', projectId);
  const rate = useMemo(() => (project === null ? null : projectRate(project)), [project]);
  const film = useMemo(
    () => (asset === null || rate === null ? null : filmOfAsset(asset, rate)),
    [asset, rate],
  );
  const shape = useMemo(() => {
    const video = asset?.facts?.video;
    if (!video) return { widthPx: project?.widthPx ?? 1280, heightPx: project?.heightPx ?? 720 };
    const turned = video.rotationDegrees % 180 !== 0;
    return turned
      ? { widthPx: video.heightPx, heightPx: video.widthPx }
      : { widthPx: video.widthPx, heightPx: video.heightPx };
  }, [asset, project]);
  if (asset === null || film === null || rate === null) {
    return (
      <section aria-label={words.source} className="h-full bg-panel">
        <EmptyState icon={Film} title={words.sourceEmptyTitle} text={words.sourceEmptyText} />
      </section>
    );
  }
  const isSound = asset.facts !== null && asset.facts.video === null;
  return (
    <ViewerPanel
      label={words.source}
      film={film}
      place={place}
      rate={rate}
      shape={shape}
      settings={settings}
      commands="focused"
      nameOf={() => asset.name}
      empty={null}
      note={isSound ? `${asset.name} · ${words.soundOnly}` : asset.name}
    />
  );
}
