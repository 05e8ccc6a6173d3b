import { useState } from 'react';
import type { ProjectSummary } from '../../../../contract/projects.ts';
import { posterAddress } from '../../../client/media-addresses.ts';
import { classNames } from '../../../ui/class-names.ts';

/** High enough for a poster on a display of two dots a pixel; one size, so that it is made once. */
const pictureHeightPx = 432;

/** A film's picture over its title, set as on a card: that is what shows while there is no picture, or none yet. */
export function Poster({ summary: { project, posterAssetId } }: { readonly summary: ProjectSummary }) {
  const [loaded, setLoaded] = useState<string | null>(null);
  return (
    <div className="relative size-full bg-panel">
      {loaded === posterAssetId && posterAssetId !== null ? null : (
        <div aria-hidden className="absolute inset-0 flex items-center justify-center p-4">
          <span className="line-clamp-4 text-center font-page text-lg break-words text-muted">
            {project.title}
          </span>
        </div>
      )}
      {posterAssetId === null ? null : (
        <img
          src={posterAddress(posterAssetId, pictureHeightPx)}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onLoad={() => setLoaded(posterAssetId)}
          className={classNames(
            'absolute inset-0 size-full bg-black object-cover transition-opacity duration-150',
            loaded === posterAssetId ? 'opacity-100' : 'opacity-0',
          )}
        />
      )}
    </div>
  );
}
