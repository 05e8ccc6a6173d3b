import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { PromptParts } from '../../../../domain/shots/prompt/compose-prompt.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useWords } from '../../../words/use-words.ts';

export interface PromptPartProps {
  readonly part: keyof PromptParts;
  /** What is sent; null where the part is left out. */
  readonly said: string | null;
  readonly composed: string | null;
  /** A person's words stand in place of the composed ones. */
  readonly isOwn: boolean;
  /** A person's words; null takes the composed ones again. */
  readonly onChange: (own: string | null) => unknown;
}

/** One part of a prompt: as it is composed, or in a person's words, which a press on it asks for. */
export function PromptPart({ part, said, composed, isOwn, onChange }: PromptPartProps) {
  const words = useWords('shots');
  const [writing, setWriting] = useState(false);
  if (said === null && composed === null && !isOwn) return null;
  const name = words.prompt.parts[part];
  const commit = (text: string): void => {
    setWriting(false);
    const own = text.trim();
    if (own !== (said ?? '')) onChange(own === composed ? null : own);
  };
  return (
    <div className="contents">
      <dt className="pt-0.5 text-faint">{name}</dt>
      <dd className="flex min-w-0 items-start gap-1">
        {writing ? (
          <TextArea
            label={words.prompt.partInYourWords(name)}
            labelAt="hidden"
            className="min-w-0 flex-1"
            value={said ?? ''}
            rows={2}
            maxLength={10_000}
            autoFocus
            onCommit={commit}
            onBlur={() => setWriting(false)}
          />
        ) : (
          <button
            type="button"
            aria-label={`${name}: ${said ?? words.prompt.leftOut}. ${words.prompt.change}`}
            title={words.prompt.change}
            onClick={() => setWriting(true)}
            className={`min-w-0 flex-1 cursor-text rounded-inner px-1 py-0.5 text-left break-words hover:bg-hover ${isOwn ? 'text-text' : 'text-muted'}`}
          >
            {said ?? <span className="text-faint italic">{words.prompt.leftOut}</span>}
          </button>
        )}
        {isOwn ? (
          <IconButton
            icon={Undo2}
            size="tiny"
            label={words.prompt.partReset(name)}
            onClick={() => onChange(null)}
          />
        ) : null}
      </dd>
    </div>
  );
}
