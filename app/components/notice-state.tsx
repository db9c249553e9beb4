import type { NoticeState } from '~/domain/notice-state'
import { Tag, type TagColour } from './tag'

const colours: Record<NoticeState, TagColour> = {
  waiting: 'yellow',
  sent: 'green',
  kept: 'blue',
  refused: 'red',
  'not-needed': 'grey',
}

export const NoticeStateTag = ({ state, words }: { state: NoticeState; words: string }) => (
  <Tag colour={colours[state]}>{words}</Tag>
)
