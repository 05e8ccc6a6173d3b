/** Fresh row ids: unique over all devices, sorting roughly by time (UUID version 7). */
export interface IdSource {
  newId(): string;
}
