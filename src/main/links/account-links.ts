import { app } from 'electron';
import { accountLinkIn, isAccountLink } from './account-link.ts';

const scheme = 'reelwright';

/**
 * Tells the system that links of `reelwright://` are for this application, and hands on those that the browser comes back
 * with. Nothing else of such a link is looked at, and none opens anything. False where the system does not take it.
 */
export function receiveAccountLinks(onLink: (link: string) => void): boolean {
  // macOS brings links by an event.
  app.on('open-url', (event, link) => {
    event.preventDefault();
    if (isAccountLink(link)) onLink(link);
  });
  app.on('second-instance', (_event, argv) => {
    const link = accountLinkIn(argv);
    if (link !== null) onLink(link);
  });
  // While developing, the program that would be registered is Electron itself.
  return app.isPackaged && app.setAsDefaultProtocolClient(scheme);
}
