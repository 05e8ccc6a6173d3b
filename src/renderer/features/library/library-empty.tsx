import { ClipboardPaste, FolderOpen, Play } from 'lucide-react';
import { hashOf } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWords } from '../../words/use-words.ts';

export interface LibraryEmptyProps {
  readonly sampleBusy: boolean;
  readonly onSample: () => void;
  readonly onOpen: () => void;
  readonly onPaste: () => void;
}

/** The first thing that anybody sees: what this is for, one way to see it work, two ways to begin. */
export function LibraryEmpty({ sampleBusy, onSample, onOpen, onPaste }: LibraryEmptyProps) {
  const words = useWords('library');
  return (
    <EmptyState
      title={words.emptyTitle}
      text={words.emptyText}
      actions={
        <div className="flex min-w-0 flex-col gap-4 pt-2">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button variant="primary" icon={Play} busy={sampleBusy} onClick={onSample} autoFocus>
              {sampleBusy ? words.sampleBusy : words.sample}
            </Button>
            <p className="min-w-40 flex-1 text-sm text-muted">{words.sampleFree}</p>
          </div>
          <div className="flex flex-wrap gap-2 border-t border-line pt-4">
            <Button icon={FolderOpen} onClick={onOpen}>
              {words.openFile}
            </Button>
            <Button icon={ClipboardPaste} onClick={onPaste}>
              {words.pasteText}
            </Button>
            <p className="w-full pt-1 text-sm text-faint">{words.dropHint}</p>
          </div>
          <p className="border-t border-line pt-4 text-sm text-faint">
            {words.paidHint}{' '}
            <a
              href={hashOf({ at: 'settings', sheet: 'keys' })}
              className="text-accent-text underline underline-offset-2"
            >
              {words.paidHintSettings}
            </a>
            .
          </p>
        </div>
      }
    />
  );
}
