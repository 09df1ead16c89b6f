import { folded } from '#shared/portability/column-names.ts'
import { decideColumn } from '#shared/portability/decide-column.ts'
import type { Mapping } from '#shared/registers/mappings/mapping.register.ts'
import type { GapContext } from './context.ts'
import { about, type Finding, found, ruleAbout, when } from './gap.ts'
import { basisNotNamed, basisWithheld } from './mapping-bases.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Mapping>('mappings')

/**
 * Whether an export of a system can be made for somebody who asks for portability, and whether what is decided about
 * it agrees with the record of processing.
 *
 * @source UK GDPR Art 20(1), Art 20(1)(a), Art 20(1)(b), Art 20(4)
 */
export const MAPPING_RULES = [
  rule({
    id: 'mapping-column-undecided',
    title: 'Column not decided yet',
    citation: 'UK GDPR Art 20(1)',
    source: 'gdpr-20-1',
    severity: 'warning',
    field: 'columns',
    explanation:
      'No export is made while something is open about a column of the file. Say whose data it holds, how it came about, on what basis it is held and whether by computer.',
    find: ({ columns }) =>
      columns.flatMap(({ id, column, ...answers }) => {
        const decision = decideColumn(answers)
        return decision.kind === 'undecided' ? [about(id, `“${column}”: ${decision.says}`)] : []
      }),
  }),
  rule({
    id: 'mapping-without-columns',
    title: 'No columns yet',
    citation: 'UK GDPR Art 20(1)',
    source: 'gdpr-20-1',
    severity: 'note',
    field: 'columns',
    explanation:
      'A column that the mapping does not know is not exported. Bring in an export of the system on the page “Portability” of a request: its columns are then listed.',
    find: ({ columns, name }) => when(columns.length === 0, `“${name}” says nothing about any column.`),
  }),
  rule({
    id: 'mapping-column-twice',
    title: 'Column decided about twice',
    citation: 'UK GDPR Art 20(1)',
    source: 'gdpr-20-1',
    severity: 'warning',
    field: 'columns',
    explanation: 'Which of the two holds cannot be told, so the column is not exported. Take one out.',
    find: ({ columns }) =>
      columns.flatMap(({ id, column }, at) =>
        columns.slice(0, at).some((other) => folded(other.column) === folded(column))
          ? [about(id, `“${column}” stands in the mapping twice.`)]
          : [],
      ),
  }),
  rule({
    id: 'mapping-without-match-column',
    title: 'No column says whose row it is',
    citation: 'UK GDPR Art 20(4)',
    source: 'gdpr-20-4',
    severity: 'warning',
    field: 'matchColumns',
    explanation:
      'Without one, rows of other people cannot be left out, and an export is made only where somebody confirms that the file holds this person alone. Name a number, an account or an address.',
    find: ({ matchColumns, name }) =>
      when(
        matchColumns.every(isBlank),
        `“${name}” names no column by which rows of others could be left out.`,
      ),
  }),
  rule({
    id: 'mapping-match-column-unknown',
    title: 'Column that says whose row it is, but is not in the file',
    citation: 'UK GDPR Art 20(4)',
    source: 'gdpr-20-4',
    severity: 'warning',
    field: 'matchColumns',
    explanation: 'Rows are not told apart by a column that the file does not have. Correct its name.',
    find: ({ matchColumns, columns }) =>
      matchColumns
        .filter((name) => !isBlank(name) && columns.length > 0)
        .filter((name) => !columns.some(({ column }) => folded(column) === folded(name)))
        .flatMap((name) => found(`“${name}” is none of the columns listed.`)),
  }),
  rule({
    id: 'mapping-others-undecided',
    title: 'What happens to rows that name others is not decided',
    citation: 'UK GDPR Art 20(4)',
    source: 'gdpr-20-4',
    severity: 'note',
    field: 'rowsNamingOthers',
    explanation:
      'Until it is decided, the whole row is left out. Where leaving out the cells about others is enough, say so, and the person gets the rest of the row.',
    find: ({ columns, rowsNamingOthers }) =>
      columns
        .filter(({ whose }) => whose === 'others' && rowsNamingOthers === null)
        .slice(0, 1)
        .flatMap(({ column }) =>
          found(`“${column}” is somebody else’s, and whether its rows may stay is not recorded.`),
        ),
  }),
  rule({
    id: 'mapping-without-system',
    title: 'System or activity not named',
    citation: 'UK GDPR Art 20(1)(a)',
    source: 'gdpr-20-1-a',
    severity: 'note',
    field: 'systemId',
    explanation:
      'The activity shows on what basis the data is held, and the system lets the mapping be found again.',
    find: ({ systemId, activityId, name }) =>
      when(
        systemId === null || activityId === null,
        `For “${name}” ${systemId === null ? 'the system' : 'the activity'} is not recorded.`,
      ),
  }),
  rule({
    id: 'mapping-basis-not-of-activity',
    title: 'Portable here, but not in the record of processing',
    citation: 'UK GDPR Art 20(1)(a)',
    source: 'gdpr-20-1-a',
    severity: 'warning',
    field: 'columns',
    explanation:
      'The mapping says consent or contract, and no purpose of the activity does. One of the two is wrong: correct it, or name the activity whose purposes do.',
    find: basisNotNamed,
  }),
  rule({
    id: 'mapping-basis-withheld',
    title: 'Left out for its basis, although the activity rests on consent or contract only',
    citation: 'UK GDPR Art 20(1)(a)',
    source: 'gdpr-20-1-a',
    severity: 'warning',
    field: 'columns',
    explanation:
      'Every purpose of the activity is one for which people may take their data along. Check whether these columns serve another activity.',
    find: basisWithheld,
  }),
  rule({
    id: 'mapping-system-on-paper',
    title: 'By computer, but the system is paper',
    citation: 'UK GDPR Art 20(1)(b)',
    source: 'gdpr-20-1-b',
    severity: 'warning',
    field: 'systemId',
    explanation:
      'Portability covers what is processed by computer. What was typed up from paper for this export only is not: give it under the right of access instead.',
    find: onPaper,
  }),
] as const

function onPaper({ systemId, columns }: Mapping, { term }: GapContext): readonly Finding[] {
  const system = systemId === null ? undefined : term(systemId)
  const automated = columns.filter(({ means }) => means === 'automated').length
  return when(
    system?.medium === 'paper' && automated > 0,
    `“${system?.name}” is recorded as paper, but ${automated} of its columns as processed by computer.`,
  )
}
