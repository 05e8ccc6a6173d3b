import { useEffect, useRef } from 'react';
import type { Take } from '../../../../domain/assets/take.ts';
import { mediaAddress } from '../../../client/media-addresses.ts';

/** Plays a clip over its picture. There is one at a time on the board; it is there only while it plays. */
export function CardPlayer({ take, sound }: { readonly take: Take; readonly sound: boolean }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    return () => {
      if (element === null) return;
      // A video that is only taken off the page goes on loading.
      element.removeAttribute('src');
      element.load();
    };
  }, []);
  return (
    <video
      ref={video}
      src={mediaAddress(take.assetId)}
      autoPlay
      loop
      muted={!sound}
      playsInline
      disablePictureInPicture
      aria-hidden
      tabIndex={-1}
      className="absolute inset-0 size-full object-cover"
    />
  );
}
