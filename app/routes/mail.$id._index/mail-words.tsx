/** The plain text of a mail. Addresses of our own become links; nothing else in it is anything but text. */
const address = /(https?:\/\/[^\s<>"]+)/

export function MailWords({ text, origin }: { text: string; origin: string }) {
  return (
    <div className="card mail-words">
      {text
        .trimEnd()
        .split('\n')
        .map((line, at) => (
          <span key={at}>
            {line.split(address).map((part, index) =>
              index % 2 === 1 && part.startsWith(`${origin}/`) ? (
                <a className="govuk-link" href={part.slice(origin.length)} key={index}>
                  {part}
                </a>
              ) : (
                part
              ),
            )}
            {'\n'}
          </span>
        ))}
    </div>
  )
}
