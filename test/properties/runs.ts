/** How often a law is tried with what chance brings: a little in the suite, more where `npm run properties` asks for it. */
const times = Number(process.env.PROPERTY_TIMES ?? 1);

export function runs(inTheSuite: number): number {
  return inTheSuite * times;
}
