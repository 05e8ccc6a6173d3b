import { AudioLines } from 'lucide-react';
import { useMemo } from 'react';
import type { Commission } from '../../../../contract/commissions.ts';
import { useCommandButton } from '../../../actions/use-command-button.ts';
import { useCommissionPrice } from '../../../actions/use-commission-price.ts';
import { useProject } from '../../../state/project-context.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';

/** The way to voices and sound; where spoken lines are outdated it says how many, and what it costs to speak them anew. */
export function SoundButton() {
  const words = useWords('sound');
  const formats = useFormats();
  const { shots } = useProject();
  const command = useCommandButton('shot.sound');
  const revision = useShotIndex((index) => index.revision());
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again with every change of a shot
  const outdated = useMemo(
    () => shots.shotIds().filter((id) => shots.facts(id)?.speech.state === 'outdated'),
    [shots, revision],
  );
  const ids = outdated.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same ids are the same lines
  const commission = useMemo(
    (): Commission | null => (outdated.length === 0 ? null : { what: 'speech', shotIds: [...outdated] }),
    [ids],
  );
  const { estimate } = useCommissionPrice(commission);
  if (outdated.length === 0) return <IconButton icon={AudioLines} {...command} />;
  const said = words.outdatedLines(outdated.length);
  const price = estimate === null || estimate.toMake === 0 ? null : formats.money(estimate.costUsdMicros);
  // The price is what a narrow toolbar has room for; the rest is its name.
  const name = price === null ? said : `${said} · ${price}`;
  const { onClick, disabled } = command;
  return (
    <Button
      size="small"
      variant="quiet"
      icon={AudioLines}
      title={name}
      aria-label={name}
      disabled={disabled}
      onClick={onClick}
      className="tabular-nums"
    >
      {price ?? formats.number(outdated.length)}
    </Button>
  );
}
