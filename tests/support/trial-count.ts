/** How many tries a long trial makes: all of them when it is asked for by name, a seeded sample in `npm test`. */
export const trialCount = (full: number, sample: number): number =>
  process.env.HOLDFAST_TRIALS === 'full' ? full : Math.min(full, sample)
