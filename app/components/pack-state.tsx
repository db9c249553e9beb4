import { Tag } from './tag'

const shown = {
  building: { words: 'Being built', colour: 'blue' },
  issued: { words: 'Issued', colour: 'green' },
  failed: { words: 'Not built', colour: 'red' },
} as const

export const PackState = ({ state }: { state: keyof typeof shown }) => (
  <Tag colour={shown[state].colour}>{shown[state].words}</Tag>
)
