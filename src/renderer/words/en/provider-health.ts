import { countIn } from '../count.ts';

const count = countIn('en');

/** Words of the sheet that says how the providers are, in English. */
export const providerHealth = {
  title: 'How the providers are',
  text: 'The last hour as this studio saw it since it was started. A check is free and asks only whether the provider answers.',
  reaches: {
    up: 'Up',
    slow: 'Slow',
    down: 'Down',
    unasked: 'Not asked lately',
    noKey: 'No key',
    here: 'On this computer',
  },
  reachTexts: {
    up: 'It answers.',
    slow: 'It answers late, or more than one answer in five is an error. Work goes on.',
    down: 'It does not answer. Nothing new is sent to it until a free question is answered; what waits is not lost.',
    unasked: 'Nothing was asked of it in the last hour.',
    noKey: 'Without a key nothing is sent to it.',
    here: 'Made on this computer: free, without any line.',
  },
  check: 'Check now · free',
  checkAll: 'Check all · free',
  checking: 'Checking …',
  notCheckable: 'It has no question that is free: it is seen by the work itself.',
  askedAgain: (time: string) => `Asked again at ${time}.`,
  pausedUntil: (time: string) => `It asked for a pause until ${time}.`,
  rateUntil: (time: string) => `Its rate is used up until ${time}.`,
  lastCheck: 'Last check',
  neverChecked: 'not yet',
  checkGood: (time: string, took: string) => `${time}: answered in ${took}`,
  checkBad: (time: string) => `${time}: no answer`,
  answers: 'Answers',
  submits: 'Submits',
  times: (p50: string, p95: string, p99: string) => `p50 ${p50} · p95 ${p95} · p99 ${p99}`,
  noTimes: 'none in the last hour',
  errors: 'Errors',
  errorsOf: (failed: string, asked: string, share: string) => `${failed} of ${asked} (${share})`,
  noErrors: 'nothing asked',
  work: 'Work',
  workOf: (running: string, room: string, queued: string) =>
    `${running} of ${room} running · ${queued} waiting`,
  rate: 'Rate',
  rateOf: (n: number) => count(n, { one: '# a minute', other: '# a minute' }),
  spend: 'Charged this month',
  spendOf: (charged: string, open: string) => `${charged} · ${open} reserved or unclear`,
  lastFailure: 'Last trouble',
  ms: (n: string) => `${n} ms`,
  s: (n: string) => `${n} s`,
  nexts: {
    'provider.key': 'Look at the key in the settings.',
    'provider.no-balance': 'Add credit to your account at the provider, then try again.',
    'provider.rate-limited': 'Nothing to do: the studio waits as long as the provider asks for.',
    'provider.unreachable':
      'Look whether this computer has a line. The studio asks again by itself, and nothing is lost.',
    other: 'The studio goes on by itself. Should it stay so, look at the provider’s own page of states.',
  },
  openKeys: 'Open keys',
  empty: 'No provider is set up',
  emptyText: 'The animatic is drawn on this computer. For paid pictures and clips, enter a key.',
};
