import { Select } from '../../../ui/select.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useBoard, useBoardStore } from '../board/board-store.ts';
import { type TakeOrder, takeOrders } from './ratings.ts';

/** How the takes of the inspector are sorted. */
export function TakeOrderField() {
  const words = useWords('takes').order;
  const board = useBoardStore();
  const order = useBoard((state) => state.takeOrder);
  return (
    <Select<TakeOrder>
      label={words.label}
      labelAt="hidden"
      value={order}
      options={takeOrders.map((value) => ({ value, label: words[value] }))}
      onChange={(takeOrder) => board.setState({ takeOrder })}
      className="w-36"
    />
  );
}
