import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a server is entered with. Made once a start, and kept by the keeper when the studio's process is replaced. */
export interface DoorKeys {
  /** First part of the host name; nobody can guess the address, and no other port shares its cookies. */
  readonly label: string;
  /** What the cookie holds; 256 bits in hex. */
  readonly pass: string;
  /** Tickets that were given out and not used yet; 256 bits each in hex. */
  readonly tickets: readonly string[];
  /** A ticket stays good after its use. For scripts that open many browsers. */
  readonly reusable: boolean;
}

export function newDoorKeys(reusable: boolean): DoorKeys {
  return { label: `reelwright-${secret(8)}`, pass: secret(), tickets: [secret()], reusable };
}

/** Who is let in: tickets are exchanged for the pass that a browser keeps as a cookie. */
export interface Door {
  readonly label: string;
  readonly pass: string;
  newTicket(): string;
  /** True once for each ticket that was given out, where they are not reusable. */
  use(ticket: string): boolean;
  hasPass(pass: string | null): boolean;
}

export function createDoor(keys: DoorKeys, onChange: (keys: DoorKeys) => void = () => undefined): Door {
  const tickets = new Set(keys.tickets);
  const tell = (): void => onChange({ ...keys, tickets: [...tickets] });
  return {
    label: keys.label,
    pass: keys.pass,
    newTicket() {
      const ticket = secret();
      tickets.add(ticket);
      tell();
      return ticket;
    },
    use(ticket) {
      const found = [...tickets].find((one) => areEqual(one, ticket));
      if (found === undefined) return false;
      if (keys.reusable) return true;
      tickets.delete(found);
      tell();
      return true;
    },
    hasPass: (pass) => pass !== null && areEqual(keys.pass, pass),
  };
}

function secret(bytes = 32): string {
  return randomBytes(bytes).toString('hex');
}

/** In a time that says nothing about where two secrets differ. */
export function areEqual(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
