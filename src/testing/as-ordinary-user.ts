/**
 * Runs `work` without the superuser's rights, whom no permission stops: as `nobody` where the tests run as root. What
 * `work` leaves behind belongs to that user.
 */
export function asOrdinaryUser(work: () => void): void {
  const { geteuid, seteuid } = process;
  if (geteuid === undefined || seteuid === undefined || geteuid() !== 0) {
    work();
    return;
  }
  seteuid(65_534);
  try {
    work();
  } finally {
    seteuid(0);
  }
}
