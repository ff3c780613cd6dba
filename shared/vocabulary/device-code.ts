/** The code that lets a device of the office decide. */

/** How long a code is good, from when it is minted; and how long after it was asked for one is still minted. */
export const codeMinutes = 10;

/** How long after a code was entered on a device it may issue a report, which nobody can call back. */
export const freshMinutes = 30;
