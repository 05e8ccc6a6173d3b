import type { LucideIcon } from 'lucide-react';
import { classNames } from './class-names.ts';

export type IconType = LucideIcon;

export interface IconProps {
  /** The icon itself, as lucide exports it. */
  readonly of: IconType;
  readonly size?: 12 | 14 | 16 | 20 | 24 | undefined;
  readonly className?: string | undefined;
}

/** A lucide icon in the studio's size and stroke. It says nothing to a screen reader: the words are beside it. */
export function Icon({ of: Shape, size = 16, className }: IconProps) {
  return (
    <Shape
      size={size}
      strokeWidth={1.5}
      aria-hidden
      focusable={false}
      className={classNames('shrink-0', className)}
    />
  );
}
