import { requestStateLabels, type RequestState } from '~/domain/document-request'
import { capitalised } from '~/domain/sentence'
import { Tag, type TagColour } from './tag'

const colours: Readonly<Record<RequestState, TagColour>> = {
  asked: 'yellow',
  supplied: 'blue',
  checked: 'teal',
  accepted: 'green',
  'sent-back': 'magenta',
  'nothing-to-supply': 'grey',
}

export const RequestTag = ({ state }: { state: RequestState }) => (
  <Tag colour={colours[state]}>{capitalised(requestStateLabels[state])}</Tag>
)
