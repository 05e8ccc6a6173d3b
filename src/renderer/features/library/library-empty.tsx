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
      text={
        <>
          <p>{words.emptyText}</p>
          <p className="mt-2">{words.sampleFree}</p>
        </>
      }
      actions={
        <>
          <Button variant="primary" icon={Play} busy={sampleBusy} onClick={onSample} autoFocus>
            {sampleBusy ? words.sampleBusy : words.sample}
          </Button>
          <Button icon={FolderOpen} onClick={onOpen}>
            {words.openFile}
          </Button>
          <Button icon={ClipboardPaste} onClick={onPaste}>
            {words.pasteText}
          </Button>
          <p className="mt-2 w-full text-sm text-faint">{words.dropHint}</p>
          <p className="w-full text-sm text-faint">
            {words.paidHint}{' '}
            <a href={hashOf({ at: 'settings' })} className="text-accent-text underline underline-offset-2">
              {words.paidHintSettings}
            </a>
            .
          </p>
        </>
      }
    />
  );
}
