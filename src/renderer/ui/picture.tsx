import { type ReactNode, useEffect, useRef, useState } from 'react';

export interface PictureProps {
  /** null while there is none. */
  readonly source: string | null;
  /** What stands in its place while there is none, where its file cannot be read, or until one that is slow is there. */
  readonly children: ReactNode;
  /** `contain` shows all of a picture that has another form than its frame. */
  readonly fit?: 'cover' | 'contain' | undefined;
}

/** Most pictures are there sooner: nothing comes for a blink before them. */
const slowAfterMs = 300;

/** A picture that fills its frame, which is `relative`. Words beside it say what it shows: a screen reader passes it over. */
export function Picture({ source, children, fit = 'cover' }: PictureProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const [slow, setSlow] = useState<string | null>(null);
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (source === null || image.current?.complete !== false) return;
    const timer = setTimeout(() => {
      if (image.current?.complete === false) setSlow(source);
    }, slowAfterMs);
    return () => clearTimeout(timer);
  }, [source]);
  if (source === null || broken === source) return children;
  const picture = (
    <img
      ref={image}
      src={source}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setBroken(source)}
      onLoad={slow === source ? () => setSlow(null) : undefined}
      className={`absolute inset-0 size-full ${fit === 'cover' ? 'object-cover' : 'object-contain'}`}
    />
  );
  return (
    <>
      {slow === source ? children : null}
      {picture}
    </>
  );
}
