/** Where the walls stand in front of this camera. */
export interface RoomBox {
  readonly left: number;
  readonly right: number;
  readonly nearZ: number;
  readonly backZ: number;
  readonly heightM: number;
}
