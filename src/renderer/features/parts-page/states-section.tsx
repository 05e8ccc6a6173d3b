import { Film } from 'lucide-react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type DotState, StateDot } from '../../ui/state-dot.tsx';
import { useWords } from '../../words/use-words.ts';
import { Row, Specimen, Specimens } from './specimen.tsx';

const dots: readonly DotState[] = [
  'none',
  'waiting',
  'running',
  'done',
  'stale',
  'failed',
  'unknown',
  'offline',
  'locked',
];

export function StatesSection() {
  const { specimen: words } = useWords('parts');
  return (
    <Specimens name="states" title={words.states}>
      <Row>
        {dots.map((state) => (
          <StateDot key={state} state={state} label={words[state]} withWords />
        ))}
        <StateDot state="done" label={words.done} />
      </Row>
      <Row>
        <Badge>3</Badge>
        <Badge tone="accent">{words.stale}</Badge>
        <Badge tone="good">{words.done}</Badge>
        <Badge tone="bad">{words.failed}</Badge>
        <Badge tone="info">{words.locked}</Badge>
        <Badge className="max-w-40">{words.longWords}</Badge>
        <Kbd keys="Mod+Shift+Z" />
        <Kbd keys="Alt+ArrowLeft" />
        <Kbd keys="Space" look="plain" />
      </Row>
      <Row>
        <Specimen state={words.running}>
          <Progress label={words.exporting} done={1_203} total={4_413} secondsLeft={42} />
        </Specimen>
        <Specimen state={words.waiting}>
          <Progress label={words.exporting} done={0} total={0} tone="waiting" />
        </Specimen>
        <Specimen state={words.failed}>
          <Progress label={words.longWords} done={40} total={60} tone="failed" />
        </Specimen>
        <Specimen state={words.busy}>
          <div className="flex flex-col gap-2">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-4 w-28" />
          </div>
        </Specimen>
      </Row>
      <div className="grid gap-4 md:grid-cols-2">
        <div className="rounded-inner border border-line">
          <EmptyState
            look="inline"
            icon={Film}
            title={words.emptyTitle}
            text={words.emptyText}
            actions={<Button variant="primary">{words.generate}</Button>}
          />
        </div>
        <div className="rounded-inner border border-line">
          <ErrorState
            look="inline"
            title={words.errorTitle}
            text={words.errorText}
            actions={<Button>{words.save}</Button>}
          />
        </div>
      </div>
    </Specimens>
  );
}
