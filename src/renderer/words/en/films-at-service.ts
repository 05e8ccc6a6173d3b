/** Films at the service: taking one away, and bringing it back. With what says it, not with the first look. */
export const filmsAtService = {
  title: 'Films at the service',
  intro: 'Films that are kept the same on several devices, of yours and of the organisation you work for.',
  none: 'No film is at the service. Sync is turned on in the open film, at its top.',
  role: { owner: 'Owner', editor: 'Editor', viewer: 'Viewer' },
  myself: 'Yours',
  ofOrganisation: 'An organisation’s',
  changed: (time: string) => `changed ${time}`,
  here: 'synced on this computer',
  notHere: 'not synced on this computer',
  removedTitle: 'Removed from the service',
  goneAt: (date: string) => `Can be brought back until ${date}`,
  bringBack: 'Bring back',
  bringBackOf: (title: string) => `Bring back: ${title}`,
  isBack: (title: string) =>
    `“${title}” is at the service again. Where it was turned off, open it among the films of other devices. Links to it have ended: make new ones.`,
  untitled: 'Without a title',
  remove: {
    title: (film: string) => `Remove “${film}” from the service?`,
    happens: 'What happens',
    facts: [
      'It stays on this computer as it is, and is not synced any more.',
      'Other devices, and members of an organisation, keep the copy that they have. They send and receive nothing of it any more.',
      'Links to it stop at once, also if it is brought back.',
      'After 30 days it is removed there for good, with its files. Until then it can be brought back: Settings, Account.',
    ],
    waiting: (rows: string) => `Not sent yet, and kept on this computer only: ${rows}.`,
    cancel: 'Cancel',
    confirm: 'Remove from the service',
    done: 'The film is removed from the service and stays on this computer.',
  },
} as const;
