import { useState } from 'react';
import type { CutComment } from '../../../../domain/sync/share-messages.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useSharingWords } from '../../../words/sharing-words.ts';
import { useFormats } from '../../../words/use-words.ts';
import type { Thread } from './film-comments.ts';

export interface CommentCardProps {
  readonly thread: Thread;
  /** How the place is written. */
  readonly time: string;
  readonly onGo: () => void;
  /** Answers whether it was kept. */
  readonly onAnswer: (text: string) => Promise<boolean>;
  readonly onChange: (change: 'resolve' | 'reopen' | 'remove') => void;
  /** Null where its shot is not in the film any more. */
  readonly onMakeAgain: (() => void) | null;
}

/** A comment with its answers and what can be done about it. */
export function CommentCard({ thread, time, onGo, onAnswer, onChange, onMakeAgain }: CommentCardProps) {
  const words = useSharingWords();
  const [answer, setAnswer] = useState<string | null>(null);
  const { comment, answers } = thread;
  const isOpen = comment.resolvedAtMs === null;
  const send = async (text: string): Promise<void> => {
    if (await onAnswer(text.trim())) setAnswer(null);
  };
  return (
    <li className="flex flex-col gap-1.5 border-b border-line px-3 py-2">
      <div className="flex items-center gap-2">
        <Button size="small" variant="quiet" aria-label={words.goTo(time)} onClick={onGo}>
          <span className="font-mono tabular-nums">{time}</span>
        </Button>
        {isOpen ? null : <Badge>{words.resolved}</Badge>}
      </div>
      <Said said={comment} />
      {answers.length === 0 ? null : (
        <ul className="flex flex-col gap-1.5 border-l border-line pl-3">
          {answers.map((one) => (
            <li key={one.id}>
              <Said said={one} />
            </li>
          ))}
        </ul>
      )}
      {answer === null ? null : (
        <div className="flex flex-col items-start gap-1.5">
          <TextArea
            label={words.answerTo(comment.name)}
            rows={2}
            maxLength={4_000}
            value={answer}
            onChange={setAnswer}
          />
          <Button
            size="small"
            variant="primary"
            disabled={answer.trim() === ''}
            onClick={() => void send(answer)}
          >
            {words.send}
          </Button>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-1">
        <Button size="small" variant="quiet" onClick={() => setAnswer(answer === null ? '' : null)}>
          {words.answer}
        </Button>
        <Button size="small" variant="quiet" onClick={() => onChange(isOpen ? 'resolve' : 'reopen')}>
          {isOpen ? words.resolve : words.reopen}
        </Button>
        {onMakeAgain === null || !isOpen ? null : (
          <Button size="small" variant="quiet" onClick={onMakeAgain}>
            {words.makeAgain}
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={() => onChange('remove')}>
          {words.remove}
        </Button>
      </div>
    </li>
  );
}

function Said({ said }: { readonly said: CutComment }) {
  const words = useSharingWords();
  const formats = useFormats();
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
        <span className="font-medium text-text">{said.name}</span>
        {said.byMaker ? <span>{words.maker}</span> : null}
        <span>
          {formats.date(said.createdAtMs)}, {formats.time(said.createdAtMs)}
        </span>
      </p>
      <p className="selectable text-base break-words whitespace-pre-wrap">{said.text}</p>
    </div>
  );
}
