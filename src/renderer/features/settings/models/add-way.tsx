import { Plus } from 'lucide-react';
import type { ModelCatalogue } from '../../../../contract/models.ts';
import type { Otherwise } from '../../../../domain/project/chosen-maker.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { ModelKind } from './model-kinds.ts';
import { useMakerName } from './use-maker-name.ts';

type Way = Otherwise[number];

export const usualMinutes = 5;

/** What may come next in the order: to wait, another maker with one of its models, or a drawing. */
export function AddWay({
  kind,
  provider,
  makers,
  ways,
  onAdd,
}: {
  readonly kind: ModelKind;
  readonly provider: string;
  readonly makers: readonly ModelCatalogue[];
  readonly ways: Otherwise;
  readonly onAdd: (way: Way) => void;
}) {
  const words = useWords('models').order;
  const nameOf = useMakerName();
  const isNamed = (name: string): boolean =>
    ways.some((way) => way.kind === 'provider' && way.provider === name);
  const others = makers.filter((one) => !one.free && one.provider !== provider && !isNamed(one.provider));
  const entries = (): readonly MenuEntry[] => [
    {
      kind: 'item',
      label: words.addWait,
      onSelect: () => onAdd({ kind: 'wait', minutes: usualMinutes }),
    },
    ...others.map((one): MenuEntry => {
      const models = one.models.filter((model) => model.kind === kind && !model.gone);
      return {
        kind: 'submenu',
        label: nameOf(one.provider),
        entries: models.slice(0, 30).map((model) => ({
          kind: 'item',
          label: model.name,
          onSelect: () => onAdd({ kind: 'provider', provider: one.provider, model: model.id }),
        })),
      };
    }),
    {
      kind: 'item',
      label: words.addAnimatic,
      disabled: ways.some((way) => way.kind === 'animatic'),
      onSelect: () => onAdd({ kind: 'animatic' }),
    },
  ];
  return (
    <Menu
      trigger={
        <Button size="small" icon={Plus}>
          {words.add}
        </Button>
      }
      entries={entries}
    />
  );
}
