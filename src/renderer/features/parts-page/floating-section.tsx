import { MoreHorizontal, Scissors, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ContextMenu } from '../../ui/context-menu.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useWords } from '../../words/use-words.ts';
import { Row, Specimen, Specimens } from './specimen.tsx';

export function FloatingSection() {
  const { specimen: words } = useWords('parts');
  const [open, setOpen] = useState(false);
  const [checked, setChecked] = useState(true);
  const nothing = (): void => undefined;
  const entries: readonly MenuEntry[] = [
    { kind: 'label', label: words.shot },
    { kind: 'item', label: words.save, icon: Scissors, shortcut: 'Mod+S', onSelect: nothing },
    { kind: 'item', label: words.disabled, disabled: true, onSelect: nothing },
    { kind: 'check', label: words.captions, checked, onSelect: () => setChecked(!checked) },
    {
      kind: 'submenu',
      label: words.size,
      entries: [
        { kind: 'item', label: words.wide, onSelect: nothing },
        { kind: 'item', label: words.close, onSelect: nothing },
      ],
    },
    { kind: 'item', label: words.longWords, shortcut: 'Mod+Shift+L', onSelect: nothing },
    { kind: 'separator' },
    { kind: 'item', label: words.remove, icon: Trash2, danger: true, shortcut: 'Delete', onSelect: nothing },
  ];
  return (
    <Specimens name="floating" title={words.floating}>
      <Row>
        <Menu trigger={<Button>{words.menu}</Button>} entries={entries} />
        <Menu trigger={<IconButton icon={MoreHorizontal} label={words.menu} />} entries={entries} />
        <Popover trigger={<Button>{words.popover}</Button>} label={words.popover} className="w-60 p-3">
          <p className="text-base">{words.lamp}</p>
        </Popover>
        <Button onClick={() => setOpen(true)}>{words.open}</Button>
        <Tooltip label={words.tooltip} shortcut="Mod+Shift+K">
          <Button variant="quiet">{words.tooltip}</Button>
        </Tooltip>
      </Row>
      <Specimen state={words.context} wide>
        <ContextMenu entries={() => entries}>
          <button
            type="button"
            className="h-20 w-full rounded-inner border border-line bg-raised text-sm text-muted"
          >
            {words.context}
          </button>
        </ContextMenu>
      </Specimen>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={words.longWords}
        description={words.errorText}
        onSubmit={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
            <Button variant="primary" type="submit">
              {words.generate}
            </Button>
          </>
        }
      >
        <TextField label={words.shot} value={words.lamp} onChange={nothing} hint={words.hint} />
      </Dialog>
    </Specimens>
  );
}
