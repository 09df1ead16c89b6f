import type { PagePart } from '#shared/registers/cases/case-marks.contract.ts'

/** The lines of a mail's head that can be marked as a whole. */
const FIELDS = ['From', 'To', 'Cc', 'Bcc', 'Subject', 'Date', 'Sent', 'Reply-To']
const FIELD = new RegExp(`^(?<field>${FIELDS.join('|')}):[ \\t]*`, 'u')
/** Any line that begins a field, also one that is no part. */
const ANY_FIELD = /^[A-Z][\w-]{1,30}:(?:\s|$)/u

type Open = { readonly field: string; readonly start: number; end: number }

/** The lines of the head with which a page begins; each is what follows the name of its field, over as many lines as it takes. */
export function headerParts(text: string): PagePart[] {
  const parts: PagePart[] = []
  let open: Open | null = null as Open | null
  let at = 0
  const close = () => {
    if (open && open.end > open.start)
      parts.push({
        target: { kind: 'header', field: open.field },
        text: text.slice(open.start, open.end),
        start: open.start,
        end: open.end,
      })
    open = null
  }
  for (const line of text.split('\n')) {
    const field = FIELD.exec(line)
    if (field) {
      close()
      open = { field: field.groups!['field']!, start: at + field[0].length, end: at + line.trimEnd().length }
    } else if (ANY_FIELD.test(line)) close()
    else if (line.trim() === '' || (open === null && parts.length > 0)) break
    else if (open) open.end = at + line.trimEnd().length
    at += line.length + 1
  }
  close()
  return parts
}
