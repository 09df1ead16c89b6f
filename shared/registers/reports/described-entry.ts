import type { Field } from '#shared/described/field.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { linesOf, textOf } from '#shared/described/words.ts'
import { joined } from './answer.words.ts'
import {
  deadlineBlocks,
  dueWords,
  evidenceBlocks,
  gapBlocks,
  NOT_KNOWN,
  orNotKnown,
  paragraphs,
} from './described-blocks.ts'
import { entriesIn, entryFieldsOf } from './described-table.ts'
import { facts, group, type Labelled } from './document-blocks.ts'
import type { Block, Group } from './document-model.ts'
import type { Telling } from './telling.ts'

/** "Open · Access · owner Head of Fostering · due Tue 5 January 2027". */
export function describedSummary(record: AnyRecord, telling: Telling): string {
  const { description, nameOf, deadlinesOf, isClosed } = telling
  const words = (key: string | undefined) =>
    key ? textOf(description.fields[key]!, record[key], nameOf) : ''
  const [next] = deadlinesOf(record)
  return joined(
    [
      words(description.status) || (isClosed(record) ? 'Closed' : 'Open'),
      words(description.category),
      record.owner && `owner ${record.owner}`,
      next && dueWords(next),
    ],
    ' · ',
  )
}

/** What the section of one record says: its form, section by section, then what follows from it. */
export function describedGroups(record: AnyRecord, telling: Telling): readonly Group[] {
  const sections = telling.description.sections.map(({ title, fields }) =>
    group(title, '', fieldBlocks(fields, record, telling)),
  )
  const gaps = telling.gapsOf(record)
  const more = [
    ['Notes', record.notes.trim() ? [facts([['Notes', paragraphs(record.notes)]])] : []],
    ['Deadlines', deadlineBlocks(telling.deadlinesOf(record))],
    ['Gaps', gapBlocks(gaps)],
    ['Where the facts come from', evidenceBlocks(record)],
  ] as const
  return [...sections, ...more.map(([title, blocks]) => group(title, '', blocks))].filter(
    ({ blocks }) => blocks.length > 0,
  )
}

/** The fields of a section; those that hold nothing are named together at its end. */
function fieldBlocks(keys: readonly string[], record: AnyRecord, telling: Telling): readonly Block[] {
  const { description, nameOf } = telling
  const blocks: Block[] = []
  let waiting: Labelled[] = []
  const empty: string[] = []
  const flush = () => {
    if (waiting.length > 0) blocks.push(facts(waiting))
    waiting = []
  }
  for (const key of keys) {
    const field = description.fields[key]!
    const lines = linesOf(field, record[key], nameOf)
    if (lines.length === 0) empty.push(field.label)
    else if (entryFieldsOf(field) && entriesIn(field, record[key]).length > 0) {
      flush()
      blocks.push(entryBlock(field, record[key], telling))
    } else waiting.push([field.label, lines.flatMap(paragraphs)])
  }
  if (empty.length > 0) waiting.push([NOT_KNOWN, [empty.join('; ')]])
  flush()
  return blocks
}

/** More fields than this do not fit beside one another. */
const MOST_COLUMNS = 4

/** The entries of a list field: a column for each field, or what an entry is called and the rest as lines. */
function entryBlock(field: Field, value: unknown, { nameOf }: Telling): Block {
  const fields = Object.entries(entryFieldsOf(field)!)
  const entries = entriesIn(field, value)
  const linesIn = (entry: (typeof entries)[number], [key, inner]: (typeof fields)[number]) =>
    linesOf(inner, entry[key], nameOf).flatMap(paragraphs)
  const passage = passageOf(field)
  if (passage)
    return {
      kind: 'passages',
      passages: entries.map((entry) => ({
        label: linesIn(entry, passage.called).join(' ') || NOT_KNOWN,
        lines: orNotKnown(linesIn(entry, passage.told)),
      })),
    }
  if (fields.length <= MOST_COLUMNS)
    return {
      kind: 'table',
      label: field.label,
      columns: fields.map(([, { label, wide }]) => ({ heading: label, share: wide ? 2 : 1 })),
      rows: entries.map((entry) => fields.map((one) => orNotKnown(linesIn(entry, one)))),
    }
  const called = fields.find(([key]) => key === calledOf(field)) ?? fields[0]!
  const others = fields.filter((one) => one !== called)
  return {
    kind: 'table',
    label: field.label,
    columns: [
      { heading: called[1].label, share: 30 },
      { heading: 'What is recorded', share: 70 },
    ],
    rows: entries.map((entry) => [
      orNotKnown(linesIn(entry, called)),
      orNotKnown(
        others.flatMap((one) => {
          const text = linesIn(entry, one).join('; ')
          return text ? [`${one[1].label}: ${text}`] : []
        }),
      ),
    ]),
  }
}

/** A list whose entries are a heading and a passage, such as questions with answers, reads as a text. */
function passageOf(field: Field) {
  const fields = Object.entries(entryFieldsOf(field) ?? {})
  const called = fields.find(([key]) => key === calledOf(field))
  const told = fields.find((one) => one !== called)
  if (fields.length !== 2 || !called || told?.[1].kind !== 'passage') return null
  return { called, told }
}

function calledOf(field: Field): string {
  if (field.kind === 'answer') return calledOf(field.of)
  return field.kind === 'items' ? field.called : ''
}
