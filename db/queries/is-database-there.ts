import { client } from '../client'

export const isDatabaseThere = (): Promise<boolean> =>
  client()`select 1`.then(
    () => true,
    () => false,
  )
