import { countIn } from '../count.ts';

const count = countIn('en');

/** Words of the queue, in English. */
export const queue = {
  title: 'Queue',
  sheets: { jobs: 'Queue', find: 'Paid clips', providers: 'Providers', states: 'What the states mean' },
  list: 'Jobs',
  loading: 'The queue is being read …',
  groups: {
    open: 'Open',
    batch: 'All of it',
    attention: 'Needs you',
    running: 'Running',
    waiting: 'Waiting',
    failed: 'Failed',
    done: 'Ended',
  },
  part: 'Part of the queue',
  project: 'Project',
  allProjects: 'All projects',
  provider: 'Provider',
  allProviders: 'All providers',
  animatic: 'Animatic',
  deletedProject: 'Deleted project',
  onlyBatch: 'One batch',
  showAll: 'Show all',

  pause: 'Pause everything',
  resume: 'Resume',
  pausedSince: (time: string) =>
    `Paused since ${time}. Nothing new is sent, also after a restart; what is at a provider goes on, for it is paid.`,
  nowPaused: 'The queue is paused. Nothing new is sent.',
  nowResumed: 'The queue runs again.',
  findPaid: 'Find my paid clips',
  needYou: (n: number) => count(n, { one: '# needs you', other: '# need you' }),
  openQueue: 'Open the queue',

  timeLeft: 'Time left',
  timeLeftUnknown: 'not known yet',
  about: (time: string) => `about ${time}`,
  reserved: 'Reserved',
  waits: 'Waits to be sent',
  chargedThisMonth: 'Charged this month',
  left: 'Left of the month’s limit',
  noLimit: 'no limit set',

  emptyTitle: 'Nothing is open',
  emptyText:
    'What you generate shows here while it waits and runs: stills, clips, voices, music. Generation is begun on the Board.',
  emptyBoard: 'Go to the Board',
  noneTitle: 'Nothing here',
  noneText: 'No job is in this part of the queue, for what is chosen above.',
  faultTitle: 'The queue could not be read',
  again: 'Try again',

  shot: (number: string) => `Shot ${number}`,
  what: (subject: string, kind: string) => `${subject} · ${kind}`,
  kinds: {
    still: 'Still',
    clip: 'Clip',
    speech: 'Speech',
    music: 'Music',
    effect: 'Effect',
    'upscaled-still': 'Enlarged still',
    'upscaled-clip': 'Enlarged clip',
    transcript: 'Transcript',
    reading: 'Reading of text',
  },
  free: 'free',
  reservedPrice: (price: string) => `${price} reserved`,
  atPrice: (price: string) => `${price} when sent`,
  charged: (price: string) => `${price} charged`,
  maybeCharged: (price: string) => `${price} perhaps charged`,
  notCharged: 'not charged',

  turn: (inUse: number, room: number, provider: string) =>
    `Waits for its turn: ${inUse} at ${provider}, which is given ${room} at once`,
  onAnotherDevice: 'Another device asked for this',
  pausedWhy: 'Waits: the queue is paused',
  waitsReach: (provider: string, time: string) => `${provider} cannot be reached; asked again at ${time}`,
  waitsPause: (provider: string, time: string) => `${provider} asked for a pause until ${time}`,
  waitsRate: (provider: string, n: number, time: string) =>
    `${provider} takes ${n} a minute; the next goes at ${time}`,
  triedAgain: (time: string, why: string) => `Tried again at ${time}: ${why}`,
  place: (n: number, provider: string) => `Place ${n} in the queue of ${provider}`,
  percent: (share: string) => `${share} done`,
  elapsed: (time: string) => `for ${time}`,
  leftOf: (time: string) => `about ${time} left`,
  tookTime: (time: string) => `took ${time}`,
  heldUntil: (time: string) => `The provider holds the result until ${time}.`,
  waitingSince: (ago: string) => `asked ${ago}`,
  chosen: (n: number) => count(n, { one: '# job selected', other: '# jobs selected' }),
  chooseOne: 'Select a job to see why it waits or failed, what it costs and what can be done.',
  details: 'Details',
  asked: 'Asked for',
  sent: 'Sent',
  ended: 'Ended',
  model: 'Model',
  price: 'Price',
  pricedAt: (time: string) => `price of ${time}`,
  why: 'What happened',
  requestWords: 'Asked with',

  goToShot: 'Go to the shot',
  openProject: 'Open project',
  cancel: 'Cancel',
  cancelWaiting: 'Cancel all waiting',
  cancelled: (cancelled: number, told: number, kept: number) =>
    [
      count(cancelled, {
        one: '# job taken back, nothing charged.',
        other: '# jobs taken back, nothing charged.',
      }),
      told > 0
        ? count(told, {
            one: '# is at its provider, whose answer decides.',
            other: '# are at their provider, whose answer decides.',
          })
        : '',
      kept > 0 ? count(kept, { one: '# had ended already.', other: '# had ended already.' }) : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  tryAgain: 'Try again …',
  confirm: 'Confirm price …',
  fetch: 'Fetch the result · free',
  fetched: 'The result is being fetched, free of charge.',
  drop: 'Put aside',
  dropped: (n: number) => count(n, { one: '# job put aside.', other: '# jobs put aside.' }),
  lookForIt: 'Look for its result · free',
  openKeys: 'Open keys',
  openBudgets: 'Open budgets',
};
