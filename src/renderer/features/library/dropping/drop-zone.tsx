import { FilePlus2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useFileDrop } from './use-file-drop.ts';

export interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** The whole window takes files while this page is shown, and shows so while they hang over it. */
export function DropZone({ onFiles, children }: DropZoneProps) {
  const words = useWords('library');
  const over = useFileDrop(onFiles);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {children}
      {over ? (
        <div className="pointer-events-none fixed inset-0 z-30 flex animate-fade items-center justify-center bg-scrim">
          <div className="absolute inset-2 rounded-outer border-2 border-dashed border-accent" />
          <div className="flex items-center gap-3 rounded-outer border border-line bg-float px-4 py-3 shadow-float">
            <Icon of={FilePlus2} size={20} className="text-accent-text" />
            <div>
              <p className="text-lg font-medium">{words.dropStory}</p>
              <p className="text-sm text-muted">{words.dropStoryHint}</p>
            </div>
          </div>
        </div>
      ) : null}
    </div>
  );
}
