/** What no function may do and an admin may: taking objects away for good, with every version of theirs. */
export interface Eraser {
  /** How many versions the bucket holds of this object, markers of deletion among them. */
  count(key: string): Promise<number>;
  /** Removes all of them, or all but the newest; done again it does nothing. Returns how many it removed. */
  erase(key: string, options?: { readonly keepNewest?: boolean }): Promise<number>;
}
