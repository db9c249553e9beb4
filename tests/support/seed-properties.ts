/** Properties try the same examples each time, so that a run of the tests says something of the change and nothing of
 * its luck. `HOLDFAST_TRIALS=full` draws new ones. */
import fc from 'fast-check'

if (process.env.HOLDFAST_TRIALS !== 'full') fc.configureGlobal({ seed: 20_261_125 })
