/** How often something repeats, or how far it spans: at least once. */
export function timesOf(written: string | undefined): number {
  return written !== undefined && /^[1-9]\d{0,7}$/.test(written) ? Number(written) : 1;
}
