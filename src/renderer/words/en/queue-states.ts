import type { TransitionActor, WayReason } from '../../../domain/jobs/transitions.ts';

/** What the states of a job mean and what to do in each, in English. The ways between them are the table's own words. */
export const queueStates = {
  title: 'What the states mean',
  text: 'Every job goes these ways and no others: the picture and the lists are drawn from the table by which the studio moves a job. Each step is on disk before the next begins.',
  diagram: 'The ways of a job. Choose a state to see where it comes from and where it goes.',
  comesFrom: 'Comes from',
  goesTo: 'Goes to',
  begins: 'It begins here.',
  ends: 'It ends here.',
  means: 'What it means',
  toDo: 'What to do',
  by: {
    engine: 'the studio',
    provider: 'the provider',
    person: 'you',
    restart: 'a restart',
  } satisfies Record<TransitionActor, string>,
  why: (why: WayReason): string => why,
  names: {
    draft: 'To be confirmed',
    queued: 'Waiting',
    sending: 'Being sent',
    submitted: 'Accepted',
    running: 'Running',
    fetching: 'Fetching the result',
    done: 'Done',
    failed: 'Failed',
    cancelling: 'Being taken back',
    cancelled: 'Cancelled',
    unknown: 'Perhaps billed',
    expired: 'Expired',
  },
  meanings: {
    draft: 'It is asked for and not sent: it waits for your word, because its provider was out of reach.',
    queued: 'It is approved at its price and not sent yet. Nothing is charged.',
    sending: 'The line is open and the price is reserved. Only here can a broken line leave a question.',
    submitted: 'The provider has taken it, and its number there is on disk: it is not lost any more.',
    running: 'The provider works on it.',
    fetching:
      'The result is ready and is brought in, checked and stored. It is tried for as long as the provider holds it.',
    done: 'The take is in the library, and its charge is in the ledger.',
    failed: 'It ended without a result. Whether it was charged stands beside it.',
    cancelling:
      'You have taken it back, and its provider has not answered yet. Should it be ready, it is kept.',
    cancelled: 'It was taken back. What the provider charged all the same stands beside it.',
    unknown:
      'The answer to sending was lost: it may have been billed. It is never sent again by itself. Where the provider keeps a list, the studio looks there.',
    expired:
      'The provider does not know it any more, or was not done in time. It counts as spent until the provider says otherwise.',
  },
  nexts: {
    draft: 'Confirm it at its price of now, or put it aside.',
    queued: 'Nothing. Cancelling it is free.',
    sending: 'Nothing: it takes a moment.',
    submitted: 'Nothing. Cancelling asks the provider, who may charge for it all the same.',
    running: 'Nothing. Cancelling asks the provider, who may charge for it all the same.',
    fetching: 'Nothing. It is paid, and kept.',
    done: 'Look at the take.',
    failed: 'Read why, mend it, and ask again: the price is said first.',
    cancelling: 'Nothing: the provider decides.',
    cancelled: 'Ask again if you want it after all.',
    unknown:
      'Look for its result, which is free. If it is not found: ask again, which may be billed once more, or put it aside.',
    expired: 'Have it looked for once more, which is free, or ask again at its price.',
  },
};
