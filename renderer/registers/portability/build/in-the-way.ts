import { linesOf } from '../columns/column-edit.ts'
import type { Draft, Step } from '../draft/draft.ts'

/** Something that has to be done before an export can be built, and where. */
export type InTheWay = { readonly says: string; readonly step: Step | null }

/** What stands in the way of building; the engine refuses the same, and says so too. */
export function inTheWay({
  draft,
  person,
}: {
  readonly draft: Draft
  readonly person: readonly string[]
}): InTheWay[] {
  const { sources, forms, isOpen, openBecause, receiver } = draft
  if (sources.length === 0) return [{ says: 'No file was added yet.', step: 'files' }]
  const found = sources.flatMap((source): InTheWay[] => {
    const { fileName } = source.look
    const open = linesOf(source).filter(({ decision }) => decision.kind === 'undecided').length
    const { systemId, matchColumns } = source.mapping
    return [
      systemId === null ? { says: `${fileName}: its system is not named.`, step: 'files' as const } : null,
      open > 0
        ? {
            says: `${fileName}: ${open === 1 ? '1 column is' : `${open} columns are`} to be decided.`,
            step: 'columns' as const,
          }
        : null,
      matchColumns.length === 0 && !source.holdsOnlyThePerson
        ? { says: `${fileName}: no column says whose row it is.`, step: 'rows' as const }
        : null,
      matchColumns.length > 0 && person.length === 0
        ? { says: 'The person’s values in the files are not known.', step: 'rows' as const }
        : null,
    ].filter((one) => one !== null)
  })
  const here = [
    forms.length === 0 ? 'Choose at least one form.' : '',
    isOpen && openBecause.trim() === '' ? 'Say why it is not encrypted.' : '',
    receiver !== null && receiver.name.trim() === '' ? 'Name the controller it is sent to.' : '',
  ].filter((says) => says !== '')
  const different = new Map(found.map((one) => [one.says, one]))
  return [...different.values(), ...here.map((says) => ({ says, step: null }))]
}
