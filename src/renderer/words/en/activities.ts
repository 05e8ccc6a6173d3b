import { countIn } from '../count.ts';

const count = countIn('en');

/** Words of running work and notices, in English. */
export const activities = {
  title: 'Work',
  none: 'Nothing is running',
  running: (n: number) => count(n, { one: '# running', other: '# running' }),
  waiting: (n: number) => count(n, { one: '# waiting', other: '# waiting' }),
  emptyTitle: 'Nothing is running',
  emptyText: 'Generation and exports show here while they run, and how they ended.',
  underWay: 'Under way',
  ended: 'Ended',
  clear: 'Clear ended',
  cancel: 'Cancel',
  cancelling: 'Cancelling …',
  cancelled: 'Cancelled',
  failed: 'Failed',
  done: 'Done',
  waitingFor: 'Waiting',
  generate: (project: string) => `Generating · ${project}`,
  export: (project: string) => `Exporting · ${project}`,
  generatedOf: (project: string) => `Generated · ${project}`,
  exportedOf: (project: string) => `Exported · ${project}`,
  /** Failed or cancelled. */
  generationOf: (project: string) => `Generation · ${project}`,
  exportOf: (project: string) => `Export · ${project}`,
  keptAfterCancel: (n: number) =>
    count(n, { one: '# finished take is kept.', other: '# finished takes are kept.' }),
  cancelRemoves: 'The unfinished film is removed; a film of that name from before stays.',
  publish: (project: string) => `Publishing the cut · ${project}`,
  publishedOf: (project: string) => `Cut published · ${project}`,
  publishOf: (project: string) => `Publishing · ${project}`,
  cancelKeepsLinks: 'Links show what they showed before.',
  openProject: 'Open project',
  goOn: 'Continue',
  openQueue: 'Open the queue',
  showJobs: 'Show the jobs',
  tryAgain: 'Try again …',
  showFilm: 'Show film',
  showBoard: 'Show on the Board',
  showDeliver: 'Show in Deliver',
  announceDone: (what: string) => `${what}: done.`,

  notices: 'Notices',
  unread: (n: number) => count(n, { one: '# unread notice', other: '# unread notices' }),
  times: (n: number) => count(n, { one: 'once', other: '# times' }),
  noNotices: 'No notices',
  noNoticesText:
    'What happens while you work elsewhere is kept here: finished exports, failed jobs, a full disk.',
  markAllRead: 'Mark all as read',
  dismiss: 'Dismiss',
  openSettings: 'Open settings',
  showStorage: 'Show storage',
  justNow: 'just now',
  isUnread: 'Unread',
  levels: { info: 'Note', warning: 'Warning', problem: 'Problem' },
};
