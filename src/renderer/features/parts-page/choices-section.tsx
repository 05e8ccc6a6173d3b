import { Grid2x2, Grid3x3, List } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Slider } from '../../ui/slider.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useWords } from '../../words/use-words.ts';
import { Row, Specimen, Specimens } from './specimen.tsx';

type Size = 'wide' | 'medium' | 'close';

export function ChoicesSection() {
  const { specimen: words } = useWords('parts');
  const [size, setSize] = useState<Size>('wide');
  const [density, setDensity] = useState(40);
  const [on, setOn] = useState(true);
  const sizes = (['wide', 'medium', 'close'] as const).map((value) => ({ value, label: words[value] }));
  const icons = [
    { value: 'wide' as const, label: words.wide, icon: List },
    { value: 'medium' as const, label: words.medium, icon: Grid2x2 },
    { value: 'close' as const, label: words.close, icon: Grid3x3, disabled: true },
  ];
  return (
    <Specimens name="choices" title={words.choices}>
      <Row>
        <Specimen state={words.rest}>
          <Select label={words.size} value={size} options={sizes} onChange={setSize} hint={words.hint} />
        </Specimen>
        <Specimen state={words.empty}>
          <Select
            label={words.size}
            value={null}
            options={sizes}
            onChange={setSize}
            placeholder={words.none}
          />
        </Specimen>
        <Specimen state={words.error}>
          <Select label={words.size} value={null} options={sizes} onChange={setSize} error={words.wrong} />
        </Specimen>
        <Specimen state={words.disabled}>
          <Select label={words.size} value={size} options={sizes} onChange={setSize} disabled />
        </Specimen>
        <Specimen state={words.long}>
          <Select
            label={words.size}
            value="long"
            options={[{ value: 'long', label: words.longWords }]}
            onChange={() => undefined}
          />
        </Specimen>
      </Row>
      <Row>
        <Specimen state={words.rest}>
          <Segmented label={words.size} value={size} options={sizes} onChange={setSize} />
        </Specimen>
        <Specimen state={words.rest}>
          <Segmented label={words.density} value={size} options={icons} onChange={setSize} />
        </Specimen>
        <Specimen state={words.disabled}>
          <Segmented label={words.size} value={size} options={sizes} onChange={setSize} disabled />
        </Specimen>
        <Specimen state={words.rest}>
          <Slider label={words.density} value={density} min={0} max={100} step={1} onChange={setDensity} />
        </Specimen>
        <Specimen state={words.disabled}>
          <Slider
            label={words.density}
            value={density}
            min={0}
            max={100}
            step={1}
            onChange={setDensity}
            disabled
          />
        </Specimen>
      </Row>
      <Row>
        <Specimen state={words.rest}>
          <Switch label={words.captions} checked={on} onChange={setOn} hint={words.captionsHint} />
        </Specimen>
        <Specimen state={words.disabled}>
          <Switch label={words.captions} checked={false} onChange={setOn} disabled />
        </Specimen>
        <Specimen state={words.rest}>
          <Checkbox label={words.captions} checked={on} onChange={setOn} hint={words.captionsHint} />
        </Specimen>
        <Specimen state={words.pressed}>
          <Checkbox label={words.captions} checked="mixed" onChange={setOn} />
        </Specimen>
        <Specimen state={words.disabled}>
          <Checkbox label={words.captions} checked onChange={setOn} disabled />
        </Specimen>
      </Row>
    </Specimens>
  );
}
