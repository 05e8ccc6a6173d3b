import { useState } from 'react';
import type { ProjectSummary } from '../../../../contract/projects.ts';
import { posterAddress } from '../../../client/media-addresses.ts';

/** High enough for a poster on a display of two dots a pixel; one size, so that it is made once. */
const pictureHeightPx = 432;

/** A film's picture; in its absence its title, set as on a card. */
export function Poster({ summary: { project, posterAssetId } }: { readonly summary: ProjectSummary }) {
  const [failed, setFailed] = useState<string | null>(null);
  if (posterAssetId === null || failed === posterAssetId) {
    return (
      <div data-theme="dark" className="flex size-full items-center justify-center bg-black p-3">
        <span aria-hidden className="line-clamp-4 text-center font-page text-base break-words text-muted">
          {project.title}
        </span>
      </div>
    );
  }
  return (
    <img
      src={posterAddress(posterAssetId, pictureHeightPx)}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setFailed(posterAssetId)}
      className="size-full bg-black object-cover"
    />
  );
}
