import { useState } from 'react';
import { flicksPerSecond, frameRates } from '../../../domain/kernel/time.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TimecodeField } from '../../ui/timecode-field.tsx';
import { useWords } from '../../words/use-words.ts';
import { Row, Specimen, Specimens } from './specimen.tsx';

export function FieldsSection() {
  const { specimen: words } = useWords('parts');
  const [text, setText] = useState<string>(words.lamp);
  const [number, setNumber] = useState(3.5);
  const [flicks, setFlicks] = useState(62.5 * flicksPerSecond);
  const [search, setSearch] = useState('');
  return (
    <Specimens name="fields" title={words.fields}>
      <Row>
        <Specimen state={words.rest}>
          <TextField label={words.shot} value={text} onCommit={setText} hint={words.hint} />
        </Specimen>
        <Specimen state={words.empty}>
          <TextField label={words.shot} value="" placeholder={words.lamp} onChange={() => undefined} />
        </Specimen>
        <Specimen state={words.error}>
          <TextField label={words.shot} value="" onChange={() => undefined} error={words.wrong} />
        </Specimen>
        <Specimen state={words.readOnly}>
          <TextField label={words.shot} value={words.lamp} readOnly />
        </Specimen>
        <Specimen state={words.disabled}>
          <TextField label={words.shot} value={words.lamp} disabled />
        </Specimen>
        <Specimen state={words.long}>
          <TextField label={words.longWords} value={words.longWords} readOnly hint={words.longWords} />
        </Specimen>
      </Row>
      <Row>
        <Specimen state={words.rest}>
          <TextArea label={words.prompt} value={text} onCommit={setText} />
        </Specimen>
        <Specimen state={words.error}>
          <TextArea label={words.prompt} value="" onChange={() => undefined} error={words.wrong} />
        </Specimen>
        <Specimen state={words.disabled}>
          <TextArea label={words.prompt} value={words.lamp} disabled />
        </Specimen>
      </Row>
      <Row>
        <Specimen state={words.rest}>
          <NumberField
            label={words.duration}
            labelAt="beside"
            value={number}
            digits={1}
            step={0.1}
            min={0}
            max={60}
            unit={words.seconds}
            onCommit={setNumber}
          />
        </Specimen>
        <Specimen state={words.rest}>
          <TimecodeField
            label={words.duration}
            labelAt="beside"
            valueFlicks={flicks}
            rate={frameRates['24']}
            onCommit={setFlicks}
          />
        </Specimen>
        <Specimen state={words.disabled}>
          <TimecodeField
            label={words.duration}
            labelAt="beside"
            valueFlicks={flicks}
            rate={frameRates['25']}
            onCommit={setFlicks}
            disabled
          />
        </Specimen>
        <Specimen state={words.empty}>
          <SearchField label={words.scene} value={search} onChange={setSearch} />
        </Specimen>
        <Specimen state={words.rest}>
          <SearchField label={words.scene} value={words.lamp} onChange={() => undefined} />
        </Specimen>
      </Row>
    </Specimens>
  );
}
