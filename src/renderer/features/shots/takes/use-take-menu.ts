import { Columns2, Info, Maximize2, PencilLine, Star, Trash2, Undo2, X } from 'lucide-react';
import type { Take } from '../../../../domain/assets/take.ts';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useProject } from '../../../state/project-context.ts';
import type { MenuEntry } from '../../../ui/menu.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';
import { canReword } from './can-reword.ts';
import { ratings } from './ratings.ts';
import type { TakeFacts } from './take-facts.ts';
import { useTakeEdits } from './use-take-edits.ts';

/** What can be done with one take, for its context menu and the button on it. Made when the menu opens. */
export function useTakeMenu(shotId: ShotId): (facts: TakeFacts) => readonly MenuEntry[] {
  const words = useWords('takes');
  const shots = useWords('shots');
  const remaking = useWords('remaking');
  const { mirror } = useProject();
  const board = useBoardStore();
  const edits = useTakeEdits();
  const mayReword = ({ jobId }: Take): boolean => {
    const job = jobId === null ? null : mirror.row('job', jobId);
    return job !== null && canReword(job);
  };
  const rateEntries = (take: Take): readonly MenuEntry[] => [
    ...ratings.map(
      (each): MenuEntry => ({
        kind: 'check',
        label: words.stars(each),
        checked: take.rating === each,
        onSelect: () => void edits.rate([take.id], take.rating === each ? null : each),
      }),
    ),
  ];
  return ({ take, chosen }) => {
    const takeId = take.id;
    const isAway = take.discardedAtMs !== null;
    return [
      ...(chosen
        ? []
        : ([
            { kind: 'item', label: words.use, onSelect: () => void edits.choose(shotId, take) },
            {
              kind: 'item',
              label: shots.take.compare,
              icon: Columns2,
              onSelect: () => board.setState({ dialog: { is: 'compare', shotId, takeId } }),
            },
          ] satisfies MenuEntry[])),
      {
        kind: 'item',
        label: words.details,
        icon: Info,
        onSelect: () => board.setState({ dialog: { is: 'take', shotId, takeId } }),
      },
      ...(mayReword(take)
        ? [
            {
              kind: 'item' as const,
              label: remaking.reword.menu,
              icon: PencilLine,
              onSelect: () => board.setState({ dialog: { is: 'reword', shotId, takeId } }),
            },
          ]
        : []),
      ...(take.kind === 'still' || take.kind === 'clip'
        ? [
            {
              kind: 'item' as const,
              label: remaking.enlarge.menu,
              icon: Maximize2,
              onSelect: () => board.setState({ dialog: { is: 'enlarge', shotId, takeId } }),
            },
          ]
        : []),
      { kind: 'submenu', label: words.rateMenu, icon: Star, entries: rateEntries(take) },
      { kind: 'separator' },
      isAway
        ? {
            kind: 'item',
            label: words.bringBack,
            icon: Undo2,
            onSelect: () => void edits.bringBack([takeId]),
          }
        : {
            kind: 'item',
            label: words.putAway,
            icon: X,
            disabled: chosen,
            onSelect: () => void edits.putAway([takeId]),
          },
      {
        kind: 'item',
        label: words.deleteForGood,
        icon: Trash2,
        danger: true,
        disabled: chosen,
        onSelect: () => void edits.delete([takeId]),
      },
    ];
  };
}
