import { countIn } from '../count.ts';

const count = countIn('en');

/** Words of the review of stills, in English. */
export const review = {
  open: (n: number) => count(n, { one: 'Review # still', other: 'Review # stills' }),
  title: 'Review stills',
  explained:
    'Neighbours side by side. A clip that costs money is only made of a still that is approved here.',
  show: 'Show',
  all: (n: number) => `All ${n}`,
  waiting: (n: number) => `To approve ${n}`,
  none: 'No shot has a still yet.',
  approve: (number: string, description: string) => `Approve ${number}: ${description}`,
  approveAll: (n: number) =>
    n === 0 ? 'All are approved' : count(n, { one: 'Approve #', other: 'Approve all #' }),
  outdated: 'Outdated',
  done: 'Done',
};
