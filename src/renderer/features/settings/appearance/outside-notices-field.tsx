import { useState } from 'react';
import { outsidePreference, wantsOutside } from '../../../state/outside-preference.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Switch } from '../../../ui/switch.tsx';
import { useWords } from '../../../words/use-words.ts';
import { usePreference } from '../use-preference.ts';

/** Whether the system tells that work has ended while nobody looks. A browser is asked only when this is switched on. */
export function OutsideNoticesField() {
  const words = useWords('systemNotices');
  const { host } = useStudio();
  const { systemNotices } = host;
  const [preference, setPreference] = usePreference(outsidePreference);
  const [permission, setPermission] = useState(() => systemNotices.permission());
  const change = async (on: boolean): Promise<void> => {
    if (!on) return setPreference(false);
    const answer = await systemNotices.ask();
    setPermission(answer);
    if (answer === 'granted') setPreference(true);
  };
  return (
    <Switch
      label={words.label}
      hint={permission === 'denied' ? words.denied : permission === 'missing' ? words.missing : words.hint}
      checked={wantsOutside(preference, host.kind === 'desktop', permission)}
      disabled={permission === 'missing'}
      onChange={(on) => void change(on)}
    />
  );
}
