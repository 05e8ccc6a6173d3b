import { FilePlus2 } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { useWords } from '../../../words/use-words.ts';

export interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** The whole page takes files that are dropped on it, and shows so while they hang over it. */
export function DropZone({ onFiles, children }: DropZoneProps) {
  const words = useWords('library');
  const [over, setOver] = useState(false);
  /** Entering a child comes before leaving its parent. */
  const depth = useRef(0);
  const enter = (by: number) => (event: DragEvent) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped can also be opened by a command.
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragEnter={enter(1)}
      onDragLeave={enter(-1)}
      onDragOver={(event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={(event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? (
        <div className="pointer-events-none absolute inset-2 z-30 flex animate-fade items-center justify-center rounded-outer border-2 border-dashed border-accent bg-scrim">
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

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}
