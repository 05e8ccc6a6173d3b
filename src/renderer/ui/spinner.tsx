import { LoaderCircle } from 'lucide-react';
import { Icon } from './icon.tsx';

/** Stands where something is under way. Always beside words that say what. */
export function Spinner({ size = 14 }: { readonly size?: 12 | 14 | 16 | undefined }) {
  return <Icon of={LoaderCircle} size={size} className="animate-spin motion-reduce:animate-none" />;
}
