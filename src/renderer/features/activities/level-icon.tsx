import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Notice } from '../../../contract/studio.ts';
import { Icon } from '../../ui/icon.tsx';

/** How serious a notice is, by shape and colour. */
export function LevelIcon({ level }: { readonly level: Notice['level'] }) {
  switch (level) {
    case 'info':
      return <Icon of={Info} className="mt-0.5 text-info" />;
    case 'warning':
      return <Icon of={TriangleAlert} className="mt-0.5 text-accent-text" />;
    case 'problem':
      return <Icon of={CircleAlert} className="mt-0.5 text-bad" />;
  }
}
