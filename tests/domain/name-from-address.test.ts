import { expect, it } from 'vitest'
import { nameFromAddress } from '~/domain/name-from-address'

it.each([
  ['jo.bloggs@council.example', 'Jo Bloggs'],
  ['mary.o-neill@council.example', 'Mary O-Neill'],
  ['jo_bloggs+cse@council.example', 'Jo Bloggs'],
  ['servicedesk@council.example', 'Servicedesk'],
  ['._@council.example', '._@council.example'],
])('guesses from %s the name %s', (address, name) => {
  expect(nameFromAddress(address)).toBe(name)
})
