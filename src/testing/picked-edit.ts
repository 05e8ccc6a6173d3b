/** An edit as a generator picks it; what the numbers mean is the edit's own to say. */
export interface PickedEdit<Name extends string> {
  readonly name: Name;
  readonly pick: number;
  readonly other: number;
  /** Frames, sometimes fractions of them. */
  readonly amount: number;
  readonly length: number;
}
