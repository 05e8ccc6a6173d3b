import { type ReactNode, useState } from 'react';
import { classNames } from './class-names.ts';

export interface PictureProps {
  /** null while there is none. */
  readonly source: string | null;
  /** What stands in its place while there is none, or where its file cannot be read. */
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A picture that fills its frame. Words beside it say what it shows: a screen reader passes it over. */
export function Picture({ source, children, className }: PictureProps) {
  const [broken, setBroken] = useState<string | null>(null);
  if (source === null || broken === source) return children;
  return (
    <img
      src={source}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setBroken(source)}
      className={classNames('size-full object-cover', className)}
    />
  );
}
