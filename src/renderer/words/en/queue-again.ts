import { countIn } from '../count.ts';

const count = countIn('en');

/** Words of the dialog that asks again, in English. */
export const queueAgain = {
  title: (n: number) => count(n, { one: 'Ask for # job again', other: 'Ask for # jobs again' }),
  pricing: 'The prices of now are being asked for …',
  collect: (n: number) =>
    count(n, {
      one: '# result may still be at its provider: it is fetched, free of charge.',
      other: '# results may still be at their provider: they are fetched, free of charge.',
    }),
  send: (n: number, price: string) =>
    count(n, {
      one: `# was not charged before. It is sent at its price: ${price}.`,
      other: `# were not charged before. They are sent at their price: ${price}.`,
    }),
  sendFree: (n: number) =>
    count(n, { one: '# is made here again, free.', other: '# are made here again, free.' }),
  billAgain: (n: number, price: string) =>
    count(n, {
      one: `# was or may have been charged before, and is charged once more: ${price}.`,
      other: `# were or may have been charged before, and are charged once more: ${price}.`,
    }),
  billAgainHint:
    'Look for the results first, under “Paid clips”: that is free, and what is found is brought in without another charge.',
  withBillAgain: 'Send these too',
  rose: (before: string, now: string) => `The price rose from ${before} to ${now} since it was approved.`,
  fell: (before: string, now: string) => `The price fell from ${before} to ${now} since it was approved.`,
  cannot: (n: number) =>
    count(n, { one: '# cannot be asked for again:', other: '# cannot be asked for again:' }),
  pricedAt: (time: string) => `Prices of ${time}. What costs more by then is not sent.`,
  ownPrices: 'Prices of the studio’s own table. What costs more by then is not sent.',
  only: (n: number) => `Of a longer list the first ${n} are asked for.`,
  cancel: 'Close',
  nothing: 'Nothing to send',
  doIt: (n: number, price: string) =>
    count(n, { one: `Send # job · ${price}`, other: `Send # jobs · ${price}` }),
  doFree: (n: number) => count(n, { one: 'Ask for # job · free', other: 'Ask for # jobs · free' }),
  done: (again: number, refused: number) =>
    refused === 0
      ? count(again, { one: '# job is in the queue again.', other: '# jobs are in the queue again.' })
      : `${count(again, { one: '# job is in the queue again.', other: '# jobs are in the queue again.' })} ${count(refused, { one: '# was refused.', other: '# were refused.' })}`,
};
