import { FolderOpen, Undo2 } from 'lucide-react';
import type { ExportOutline } from '../../../../contract/exports.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { DestinationChoice } from './use-destination.ts';

/** The name of the film, or the place that was chosen, and where exactly it will be. */
export function DestinationFields({
  choice,
  outline,
}: {
  readonly choice: DestinationChoice;
  readonly outline: ExportOutline | null;
}) {
  const words = useWords('export');
  const { destination, choosePath } = choice;
  const inFolder = destination.to === 'exports-folder';
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        {inFolder ? (
          <TextField
            label={words.fileName}
            value={choice.fileName}
            onChange={choice.setFileName}
            maxLength={200}
            className="min-w-0 flex-1"
            after={<span className="text-sm text-faint">.mp4</span>}
          />
        ) : (
          <Button icon={Undo2} onClick={choice.useFolder}>
            {words.useFolder}
          </Button>
        )}
        {choosePath === null ? null : (
          <Button icon={FolderOpen} onClick={() => void choosePath()}>
            {words.choosePath}
          </Button>
        )}
      </div>
      <p className="text-sm text-muted">
        {words.goesTo}{' '}
        <span className="selectable font-mono text-xs break-all text-text">
          {outline?.path ?? (destination.to === 'path' ? destination.path : '…')}
        </span>
      </p>
      <p className={outline?.replaces === true ? 'text-sm text-accent-text' : 'text-sm text-faint'}>
        {outline?.replaces === true ? words.replaces : inFolder ? words.fileNameHint : ''}
      </p>
    </div>
  );
}
