import { useWords } from '../../words/use-words.ts';
import { Row, Specimens } from './specimen.tsx';

const surfaces = [
  'bg-ground',
  'bg-panel',
  'bg-raised',
  'bg-float',
  'bg-hover',
  'bg-pressed',
  'bg-accent-soft',
  'bg-bad-soft',
  'bg-info-soft',
] as const;
const inks = [
  'text-text',
  'text-muted',
  'text-faint',
  'text-accent-text',
  'text-good',
  'text-bad',
  'text-info',
] as const;
/** Faint words stand only on what nobody touches: elsewhere they would not differ enough. */
const still: ReadonlySet<string> = new Set(['bg-ground', 'bg-panel', 'bg-raised', 'bg-float']);
const sizes = ['text-xs', 'text-sm', 'text-base', 'text-lg', 'text-xl'] as const;
const faces = ['font-ui', 'font-mono', 'font-page', 'font-prose'] as const;

/** Colours and type by their names. */
export function TokensSection() {
  const { specimen: words } = useWords('parts');
  return (
    <Specimens name="tokens" title={words.tokens}>
      <div className="grid grid-cols-2 gap-2 md:grid-cols-3">
        {surfaces.map((surface) => (
          <div key={surface} className={`rounded-inner border border-line p-3 ${surface}`}>
            <p className="mb-1 font-mono text-sm text-text">{surface}</p>
            <p className="flex flex-wrap gap-x-3 text-sm">
              {inks
                .filter((ink) => ink !== 'text-faint' || still.has(surface))
                .map((ink) => (
                  <span key={ink} className={ink}>
                    {ink.slice(5)}
                  </span>
                ))}
            </p>
          </div>
        ))}
      </div>
      <Row>
        {sizes.map((size) => (
          <p key={size} className={size}>
            {size} 0123456789
          </p>
        ))}
      </Row>
      <Row>
        {faces.map((face) => (
          <p key={face} className={`text-lg ${face}`}>
            {face} 01:02:03:04
          </p>
        ))}
      </Row>
    </Specimens>
  );
}
