import type { Take } from '../../../../domain/assets/take.ts';
import type { TakeId } from '../../../../domain/kernel/ids.ts';
import { Select } from '../../../ui/select.tsx';
import { useWords } from '../../../words/use-words.ts';

const none = '';

/** Which take of a sound is heard; every clip that is linked to it follows. `takes` come newest first. */
export function SoundTakes({
  takes,
  chosenId,
  onChoose,
}: {
  readonly takes: readonly Take[];
  readonly chosenId: TakeId | null;
  readonly onChoose: (takeId: TakeId | null) => void;
}) {
  const words = useWords('placedSound');
  return (
    <>
      <Select
        label={words.take}
        labelAt="beside"
        value={chosenId ?? none}
        options={[
          ...takes.map((take, place) => ({
            value: take.id as string,
            label: `${words.takeNumber(takes.length - place)} · ${take.model === '' ? take.provider : take.model}`,
          })),
          { value: none, label: words.none },
        ]}
        onChange={(id) => onChoose(takes.find((take) => take.id === id)?.id ?? null)}
      />
      <p className="text-sm text-faint">{words.follows}</p>
    </>
  );
}
