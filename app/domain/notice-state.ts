/**
 * What has become of a mail, in words. Kept means that it never leaves: the demo sends nothing, and a council without a
 * mail server reads its mails here. Silence is never "not opened", which cannot be known.
 */
export type NoticeState = 'waiting' | 'sent' | 'kept' | 'refused' | 'not-needed'

export const noticeStateLabels: Readonly<Record<NoticeState, string>> = {
  waiting: 'Waiting to be sent',
  sent: 'Sent',
  kept: 'Kept here',
  refused: 'Not delivered',
  'not-needed': 'No longer needed',
}

export const noticeKindLabels: Readonly<Record<string, string>> = {
  reminder: 'Reminder',
  invitation: 'Invitation',
  'date-asked-for': 'New date asked for',
  'handed-on': 'Passed on',
}
