import type { Take } from '../../../../domain/assets/take.ts';
import { mediaAddress } from '../../../client/media-addresses.ts';

/** A take as large as its place: a picture, a clip with its controls, or a sound. */
export function TakeMedium({ take }: { readonly take: Take }) {
  const source = mediaAddress(take.assetId);
  if (take.kind === 'still') {
    return <img src={source} alt="" className="absolute inset-0 size-full object-contain" />;
  }
  if (take.kind === 'clip') {
    return (
      <video
        src={source}
        controls
        loop
        autoPlay={!matchMedia('(prefers-reduced-motion: reduce)').matches}
        muted
        className="absolute inset-0 size-full object-contain"
      />
    );
  }
  // biome-ignore lint/a11y/useMediaCaption: what is said stands beside it, in the words it was asked with
  return <audio src={source} controls className="absolute inset-x-3 top-1/2 w-auto -translate-y-1/2" />;
}
