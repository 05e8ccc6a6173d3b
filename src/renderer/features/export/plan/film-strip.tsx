import { useMemo } from 'react';
import { projectRate } from '../../../../domain/project/project.ts';
import { repairTimeline } from '../../../../domain/sync/repairs/repair-timeline.ts';
import { indexTimeline } from '../../../../domain/timeline/timeline-index.ts';
import { posterAddress } from '../../../client/media-addresses.ts';
import { useProject, useRow, useRows } from '../../../state/project-context.ts';
import { Picture } from '../../../ui/picture.tsx';

const pictures = 10;
const heightPx = 96;

/** Pictures of the film at even distances, over the strip of the plan: what the stretches below are of. */
export function FilmStrip({ durationFlicks }: { readonly durationFlicks: number }) {
  const { projectId } = useProject();
  const project = useRow('project', projectId);
  const tracks = useRows('track');
  const items = useRows('item');
  const transitions = useRows('transition');
  const assets = useRows('asset');
  const frames = useMemo(() => {
    if (project === null) return [];
    const index = indexTimeline(repairTimeline({ tracks, items, transitions }), projectRate(project));
    const pictured = new Set(assets.flatMap((asset) => (asset.facts?.video == null ? [] : [asset.id])));
    return Array.from({ length: pictures }, (_, i) => {
      const item = index.main.at(((i + 0.5) / pictures) * durationFlicks)?.item;
      const assetId = item?.kind === 'clip' ? item.assetId : null;
      return { place: i, assetId: assetId !== null && pictured.has(assetId) ? assetId : null };
    });
  }, [project, tracks, items, transitions, assets, durationFlicks]);
  if (project === null || frames.every(({ assetId }) => assetId === null)) return null;
  return (
    <div aria-hidden className="mb-1 flex gap-px overflow-hidden rounded-inner bg-black">
      {frames.map(({ place, assetId }) => (
        <div
          key={place}
          className="relative min-w-0 flex-1 bg-black"
          style={{ aspectRatio: `${project.widthPx} / ${project.heightPx}` }}
        >
          <Picture source={assetId === null ? null : posterAddress(assetId, heightPx)}>{null}</Picture>
        </div>
      ))}
    </div>
  );
}
