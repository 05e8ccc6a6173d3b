const minuteMs = 60_000;

/** Requests a minute, as a provider allows them: any sixty seconds, not the clock's minutes. */
export interface SendPace {
  /** When the next one may be sent; `nowMs` or earlier when it may now. */
  nextMs(nowMs: number): number;
  note(nowMs: number): void;
  /** The computer's clock was set back by this much. */
  turnBack(byMs: number): void;
}

export function createSendPace(mostPerMinute: number | undefined): SendPace {
  let sentMs: number[] = [];
  return {
    nextMs(nowMs) {
      if (mostPerMinute === undefined) return 0;
      sentMs = sentMs.filter((atMs) => nowMs - atMs < minuteMs);
      return sentMs.length < mostPerMinute ? 0 : (sentMs.at(-mostPerMinute) ?? 0) + minuteMs;
    },
    note(nowMs) {
      if (mostPerMinute !== undefined) sentMs.push(nowMs);
    },
    turnBack(byMs) {
      sentMs = sentMs.map((atMs) => atMs - byMs);
    },
  };
}
