import { Play, Scissors, Sparkles, Trash2 } from 'lucide-react';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Toolbar, ToolbarGap, ToolbarSpace } from '../../ui/toolbar.tsx';
import { useWords } from '../../words/use-words.ts';
import { Row, Specimen, Specimens } from './specimen.tsx';

const variants: readonly ButtonVariant[] = ['plain', 'primary', 'quiet', 'danger'];

export function ButtonsSection() {
  const { specimen: words } = useWords('parts');
  return (
    <Specimens name="buttons" title={words.buttons}>
      {variants.map((variant) => (
        <Row key={variant}>
          <Button variant={variant}>{words.save}</Button>
          <Button variant={variant} icon={Sparkles}>
            {words.generate}
          </Button>
          <Button variant={variant} shortcut="Mod+Shift+G">
            {words.save}
          </Button>
          <Button variant={variant} size="small" icon={Play}>
            {words.small}
          </Button>
          <Button variant={variant} busy>
            {words.busy}
          </Button>
          <Button variant={variant} disabled>
            {words.disabled}
          </Button>
          <Button variant={variant} icon={Trash2} className="max-w-60">
            {words.longWords}
          </Button>
        </Row>
      ))}
      <Toolbar label={words.buttons}>
        <IconButton icon={Play} label={words.rest} shortcut="Space" />
        <IconButton icon={Scissors} label={words.pressed} shortcut="Mod+B" pressed />
        <IconButton icon={Scissors} label={words.rest} pressed={false} />
        <IconButton icon={Trash2} label={words.remove} tone="danger" shortcut="Delete" />
        <ToolbarGap />
        <IconButton icon={Play} label={words.busy} busy />
        <IconButton icon={Play} label={words.disabled} disabled />
        <ToolbarSpace />
        <IconButton icon={Play} label={words.small} size="small" />
        <IconButton icon={Play} label={words.small} size="tiny" />
      </Toolbar>
      <Specimen state={words.long} wide>
        <Button className="w-full">{words.longWords}</Button>
      </Specimen>
    </Specimens>
  );
}
