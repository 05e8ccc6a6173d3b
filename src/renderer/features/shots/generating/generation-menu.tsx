import { SlidersHorizontal } from 'lucide-react';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useWords } from '../../../words/use-words.ts';
import { drawStillsPreferenceName } from './generation-preference.ts';
import { LookField } from './look-field.tsx';
import { ProviderFields } from './provider-fields.tsx';

/** Who generates, with which models, how far, in which look, and whether the animatic is drawn by itself. */
export function GenerationMenu() {
  const words = useWords('generating');
  const { client } = useStudio();
  const call = useCall();
  const drawStills = useStudioState((state) => state.preferences[drawStillsPreferenceName] !== false);
  return (
    <Popover
      label={words.settings}
      trigger={<IconButton icon={SlidersHorizontal} label={words.settings} />}
      className="w-80 gap-3 p-3"
    >
      <ProviderFields />
      <LookField />
      <Switch
        label={words.drawStills}
        checked={drawStills}
        onChange={(value) =>
          void call(() => client.studio.setPreference({ name: drawStillsPreferenceName, value }))
        }
      />
    </Popover>
  );
}
