/** The council that a command was given by its name. */
import { listCouncils } from '#db/queries/doors'
import { listed } from '~/domain/sentence'
import { CommandError } from './run-process'

export async function chooseCouncil(name: string): Promise<{ councilId: string; name: string; demo: boolean }> {
  const all = await listCouncils()
  const chosen = all.filter((council) => council.name.toLowerCase() === name.trim().toLowerCase())
  if (chosen.length === 1) return chosen[0]!
  if (chosen.length > 1)
    throw new CommandError(`There are ${chosen.length} councils of the name "${name}": give one another name first.`)
  const there = all.slice(0, 10).map((council) => council.name)
  throw new CommandError(
    `There is no council "${name}".` +
      (there.length === 0 ? '' : ` There ${there.length === 1 ? 'is' : 'are'} ${listed(there)}.`),
  )
}
