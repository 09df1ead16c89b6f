import { countOf } from '#shared/count-words.ts'
import type { Output } from '#shared/rpc/contract.ts'

type Match = Output<'portability.mappingsFor'>[number]

/** Whether a mapping is taken without asking: it knows at least half of the columns. */
export function fits({ known }: Pick<Match, 'known'>, columns: number): boolean {
  return known > 0 && known * 2 >= columns
}

/** "EX-0003 knows all 14 columns", "EX-0003 knows 12 of 14 columns; 2 are new: badge, band". */
export function saysOfMatch({ reference, known, fresh, missing }: Match): string {
  const all = known + fresh.length
  const knows =
    fresh.length === 0
      ? `${reference} knows ${all === 1 ? 'the one column' : `all ${all.toLocaleString('en-GB')} columns`}.`
      : `${reference} knows ${known.toLocaleString('en-GB')} of ${countOf(all, 'column')}; new: ${few(fresh)}.`
  return missing.length === 0 ? knows : `${knows} Not in this file: ${few(missing)}.`
}

const SHOWN = 4

/** The first names of a list, and how many more there are. */
export function few(names: readonly string[]): string {
  const rest = names.length - SHOWN
  return rest > 1
    ? `${names.slice(0, SHOWN).join(', ')} and ${rest.toLocaleString('en-GB')} more`
    : names.join(', ')
}
