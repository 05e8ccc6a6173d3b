import { ImagePlus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AssetId } from '../../../../domain/kernel/ids.ts';
import { posterAddress } from '../../../client/media-addresses.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useWords } from '../../../words/use-words.ts';
import { textOrNull } from '../inspector/common-fields.ts';
import { useReferencePictures } from './use-reference-pictures.ts';

/** What somebody or a place looks like: words for every prompt, and pictures for the models that look at some. */
export function SubjectFields({
  name,
  description,
  hint,
  referenceAssetIds,
  voice,
  onDescribe,
  onReferences,
}: {
  readonly name: string;
  readonly description: string | null;
  readonly hint: string;
  readonly referenceAssetIds: readonly AssetId[];
  /** How somebody sounds; a place has no voice. */
  readonly voice?: ReactNode;
  readonly onDescribe: (description: string | null) => unknown;
  readonly onReferences: (ids: readonly AssetId[]) => unknown;
}) {
  const words = useWords('casting');
  const { busy, choose } = useReferencePictures((added) =>
    onReferences([...new Set([...referenceAssetIds, ...added])]),
  );
  return (
    <div className="flex flex-col gap-4">
      <h3 className="text-lg font-medium break-words">{name}</h3>
      <TextArea
        label={words.description}
        hint={hint}
        value={description ?? ''}
        rows={4}
        maxLength={10_000}
        onCommit={(text) => onDescribe(textOrNull(text))}
      />
      {voice}
      <section className="flex flex-col gap-2">
        <h4 className="text-sm font-medium text-muted">{words.references}</h4>
        <p className="text-sm text-faint">{words.referencesHint}</p>
        <ul className="flex flex-wrap gap-2">
          {referenceAssetIds.map((id, place) => (
            <li key={id} className="group relative">
              <img
                src={posterAddress(id, 192)}
                alt={words.referenceOf(name, place + 1)}
                className="h-24 rounded-inner bg-black outline-1 -outline-offset-1 outline-line"
              />
              <IconButton
                icon={X}
                size="tiny"
                label={words.removeReference(place + 1)}
                onClick={() => onReferences(referenceAssetIds.filter((other) => other !== id))}
                className="absolute top-1 right-1 bg-float"
              />
            </li>
          ))}
        </ul>
        <Button size="small" icon={ImagePlus} busy={busy} onClick={choose} className="self-start">
          {words.addReference}
        </Button>
      </section>
    </div>
  );
}
