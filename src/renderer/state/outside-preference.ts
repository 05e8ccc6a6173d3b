import type { JsonValue } from '../../domain/kernel/patch.ts';
import type { NoticePermission } from '../client/system-notices.ts';

/** The name of the preference whether the system shows that work has ended. */
export const outsidePreference = 'notices.outside';

/** On the desktop they are shown until somebody turns them off; a browser shows none that nobody asked for. */
export function wantsOutside(
  preference: JsonValue | undefined,
  isDesktop: boolean,
  permission: NoticePermission,
): boolean {
  if (permission !== 'granted') return false;
  return preference === undefined ? isDesktop : preference === true;
}
