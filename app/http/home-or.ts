/** A path of our own to go on to, or the home page: nobody is ever sent to another site. */
export function homeOr(next: string | null): string {
  if (next === null || !next.startsWith('/') || /^\/[/\\]/.test(next) || /[\p{Cc}\\]/u.test(next)) return '/'
  return next.startsWith('/sign-') ? '/' : next
}
