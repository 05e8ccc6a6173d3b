import { useEffect, useRef, useState } from 'react';
import type { FilmComment } from '../../../../contract/shares.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { TextArea } from '../../../ui/text-area.tsx';
import { useSharingWords } from '../../../words/sharing-words.ts';
import { useFormats, useInterpret } from '../../../words/use-words.ts';
import type { Thread } from './film-comments.ts';

export interface CommentCardProps {
  readonly thread: Thread;
  /** How the place is written. */
  readonly time: string;
  /** Null where its shot is not in the film any more. */
  readonly onGo: (() => void) | null;
  readonly isChosen: boolean;
  /** Whether this person may resolve and remove. */
  readonly mayChange: boolean;
  /** Answers whether it was kept. */
  readonly onAnswer: (text: string) => Promise<boolean>;
  readonly onChange: (change: 'resolve' | 'reopen' | 'remove') => void;
  readonly onSettle: (commentId: string, how: 'again' | 'forget') => void;
  /** Null where its shot is not in the film any more. */
  readonly onMakeAgain: (() => void) | null;
}

/** A comment with its answers and what can be done about it. */
export function CommentCard(props: CommentCardProps) {
  const { thread, time, onGo, isChosen, mayChange, onAnswer, onChange, onSettle, onMakeAgain } = props;
  const words = useSharingWords();
  const [answer, setAnswer] = useState<string | null>(null);
  const card = useRef<HTMLLIElement>(null);
  const { comment, answers } = thread;
  const isOpen = comment.resolvedAtMs === null;
  useEffect(() => {
    if (isChosen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const send = async (text: string): Promise<void> => {
    if (await onAnswer(text.trim())) setAnswer(null);
  };
  return (
    <li
      ref={card}
      aria-current={isChosen ? 'true' : undefined}
      className={classNames('flex flex-col gap-1.5 border-b border-line px-3 py-2', isChosen && 'bg-hover')}
    >
      <div className="flex items-center gap-2">
        {onGo === null ? (
          <span className="font-mono text-sm text-muted tabular-nums">{time}</span>
        ) : (
          <Button size="small" variant="quiet" aria-label={words.goTo(time)} onClick={onGo}>
            <span className="font-mono tabular-nums">{time}</span>
          </Button>
        )}
        {isOpen ? null : <Badge tone="good">{words.resolved}</Badge>}
        {comment.takeId === null ? null : <Badge tone="info">{words.madeAgain}</Badge>}
      </div>
      <Said said={comment} onSettle={onSettle} />
      {answers.length === 0 ? null : (
        <ul className="flex flex-col gap-1.5 border-l border-line pl-3">
          {answers.map((one) => (
            <li key={one.id}>
              <Said said={one} onSettle={onSettle} />
            </li>
          ))}
        </ul>
      )}
      {comment.takeId === null || !isOpen || !mayChange ? null : (
        <p className="text-sm text-muted">{words.madeAgainText}</p>
      )}
      {answer === null ? null : (
        <div className="flex flex-col items-start gap-1.5">
          <TextArea
            label={words.answerTo(comment.name)}
            rows={2}
            maxLength={4_000}
            value={answer}
            onChange={setAnswer}
            autoFocus
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
        {mayChange ? (
          <Button size="small" variant="quiet" onClick={() => onChange(isOpen ? 'resolve' : 'reopen')}>
            {isOpen ? words.resolve : words.reopen}
          </Button>
        ) : null}
        {onMakeAgain === null || !isOpen || !mayChange ? null : (
          <Button size="small" variant="quiet" onClick={onMakeAgain}>
            {words.makeAgain}
          </Button>
        )}
        {mayChange ? (
          <Button size="small" variant="quiet" onClick={() => onChange('remove')}>
            {words.remove}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function Said({
  said,
  onSettle,
}: {
  readonly said: FilmComment;
  readonly onSettle: CommentCardProps['onSettle'];
}) {
  const words = useSharingWords();
  const formats = useFormats();
  const interpret = useInterpret();
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
        {/* Names and words are anybody's: whatever direction they set ends with them. */}
        <bdi className="font-medium break-words text-text">{said.name}</bdi>
        {said.byMaker ? <span>{words.maker}</span> : null}
        <span>
          {formats.date(said.createdAtMs)}, {formats.time(said.createdAtMs)}
        </span>
        {said.waits ? <Badge tone="accent">{words.waits}</Badge> : null}
      </p>
      <p
        dir="auto"
        className="selectable max-h-60 overflow-y-auto text-base break-words whitespace-pre-wrap [unicode-bidi:isolate]"
      >
        {said.text}
      </p>
      {said.refusal === null ? null : (
        <div role="alert" className="flex flex-wrap items-center gap-1 text-sm text-bad">
          <span>{words.refused(interpret(said.refusal))}</span>
          <Button size="small" variant="quiet" onClick={() => onSettle(said.id, 'again')}>
            {words.tryAgain}
          </Button>
          <Button size="small" variant="quiet" onClick={() => onSettle(said.id, 'forget')}>
            {words.forget}
          </Button>
        </div>
      )}
    </div>
  );
}
