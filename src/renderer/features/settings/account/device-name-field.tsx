import { longestDeviceName } from '../../../../domain/sync/sync-messages.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { usePreference } from '../use-preference.ts';

/** What this computer is called where the person's other devices speak of it. Empty: as the system calls it. */
export function DeviceNameField() {
  const words = useAccountWords();
  const [name, setName] = usePreference('device.name');
  return (
    <TextField
      className="mb-2 w-75"
      label={words.deviceName}
      hint={words.deviceNameHint}
      maxLength={longestDeviceName}
      value={typeof name === 'string' ? name : ''}
      onCommit={(text) => setName(text.trim() === '' ? null : text.trim())}
    />
  );
}
