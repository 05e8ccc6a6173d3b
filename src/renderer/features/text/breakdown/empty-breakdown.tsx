import { Clapperboard } from 'lucide-react';
import { useCommandButton } from '../../../actions/use-command-button.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useWords } from '../../../words/use-words.ts';

/** The breakdown before there is one. */
export function EmptyBreakdown() {
  const words = useWords('text');
  const { disabled, onClick } = useCommandButton('text.breakDown');
  return (
    <div id="write-breakdown" tabIndex={-1} className="min-h-0 flex-1">
      <EmptyState
        look="inline"
        icon={Clapperboard}
        title={words.panel.empty.title}
        text={words.panel.empty.text}
        actions={
          <Button variant="primary" disabled={disabled} onClick={onClick}>
            {words.panel.empty.run}
          </Button>
        }
      />
    </div>
  );
}
