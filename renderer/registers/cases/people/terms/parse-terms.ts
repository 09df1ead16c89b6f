import { TermSaid } from '#shared/cases/redaction-term.ts'

/** What pasted lines hold: the terms, and how many lines are none or are there already. */
export type PastedTerms = {
  readonly terms: readonly TermSaid[]
  readonly twice: number
  /** Lines that are too short or too long, as they were pasted. */
  readonly refused: readonly string[]
}

/**
 * Reads terms off pasted lines, one a line. Out of a spreadsheet the columns are text, reason, label, exemption; what a
 * line leaves out is taken from `common`. A term with the same kind and text is there once.
 */
export function parseTerms(
  pasted: string,
  common: Omit<TermSaid, 'text'>,
  there: readonly Pick<TermSaid, 'kind' | 'text'>[],
): PastedTerms {
  const keyOf = ({ kind, text }: Pick<TermSaid, 'kind' | 'text'>) => `${kind} ${text.trim().toLowerCase()}`
  const seen = new Set(there.map(keyOf))
  const terms: TermSaid[] = []
  const refused: string[] = []
  let twice = 0
  for (const line of pasted.split(/\r\n|\r|\n/u)) {
    if (line.trim() === '') continue
    const [text = '', reason = '', label = '', exemption = ''] = line.split('\t').map((cell) => cell.trim())
    const read = TermSaid.safeParse({
      kind: common.kind,
      text,
      reason: reason || common.reason,
      label: label || common.label,
      exemption: exemption || common.exemption,
    })
    if (!read.success) refused.push(line.trim())
    else if (seen.has(keyOf(read.data))) twice += 1
    else {
      seen.add(keyOf(read.data))
      terms.push(read.data)
    }
  }
  return { terms, twice, refused }
}
