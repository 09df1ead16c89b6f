import type { z } from 'zod'
import { DescribedName } from '#shared/described/names.ts'
import { AppError } from '#shared/errors.ts'
import type { RegisterName } from '#shared/records/record.ts'
import { RecordFile } from '#shared/registers/reports/record-file.ts'
import type { Reader } from '../archive/bag-reader.ts'
import { shown } from '../archive/bag-source.ts'
import { exactJson } from './exact-json.ts'
import { type JsonLine, jsonLines } from './json-lines.ts'
import { jsonFile, type OpenArchive, openFile } from './open-archive.ts'
import { About, CaseLine, DocumentLine, type EarlierChain, WHOLE_FILES } from './whole-files.ts'

/** What an archive holds to make a register of. */
export type Material = {
  readonly registerName: string
  readonly registerId: string
  readonly madeAt: About['madeAt']
  readonly chain: About['chain']
  readonly counts: About['counts']
  /** Whether the contents of earlier revisions are there. */
  readonly withHistory: boolean
  /** Whether the trail itself is there. */
  readonly hasTrail: boolean
  readonly earlierChains: readonly EarlierChain[]
  readonly records: (register: RegisterName) => AsyncIterable<JsonLine>
  readonly documents: readonly DocumentLine[]
  readonly cases: readonly CaseLine[]
  /** What is not in it, in sentences. */
  readonly notes: readonly string[]
}

/** Reads what an archive says it holds; throws a sentence that names the file where it cannot be read. */
export function materialOf({ reader, kind }: OpenArchive): Promise<Material> {
  return kind === 'whole' ? wholeMaterial(reader) : firstMaterial(reader)
}

/** The lines of a file of an archive. */
export async function* linesIn(reader: Reader, name: string): AsyncGenerator<JsonLine> {
  yield* jsonLines(shown(name), await openFile(reader, name))
}

/** A line as its schema has it; throws a sentence that names the file, the line and the field. */
export function lineAs<Schema extends z.ZodType>(
  schema: Schema,
  name: string,
  { number, value }: Pick<JsonLine, 'number' | 'value'>,
): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('rule', `${shown(name)}, line ${number}: ${issueOf(parsed.error)}`)
}

/** What is wrong first, and where. */
export function issueOf({ issues: [issue] }: z.ZodError): string {
  if (!issue) return 'It is not what it should be.'
  return shown(`${issue.path.join('.') || 'value'}: ${issue.message}`)
}

async function wholeMaterial(reader: Reader): Promise<Material> {
  const about = await aboutIn(reader)
  const { withHistory, withCases, counts } = about
  const documents: DocumentLine[] = []
  for await (const line of linesIn(reader, WHOLE_FILES.documents))
    documents.push(lineAs(DocumentLine, WHOLE_FILES.documents, line))
  const cases: CaseLine[] = []
  for await (const line of linesIn(reader, WHOLE_FILES.cases))
    cases.push(lineAs(CaseLine, WHOLE_FILES.cases, line))
  const leftOut = cases.filter(({ destroyedAt, file }) => !destroyedAt && !file).length
  return {
    ...about,
    hasTrail: true,
    counts,
    documents,
    cases,
    records: (register) => linesIn(reader, WHOLE_FILES.records(register)),
    notes: [
      ...(withHistory ? [] : ['Earlier contents of records are not in the archive.']),
      ...(withCases || leftOut === 0
        ? []
        : [
            `The documents brought in for ${leftOut} ${leftOut === 1 ? 'request are' : 'requests are'} not in the archive.`,
          ]),
    ],
  }
}

/** `about.json` of a whole register. */
export async function aboutIn(reader: Reader): Promise<About> {
  const parsed = About.safeParse(await jsonFile(reader, WHOLE_FILES.about))
  if (parsed.success) return parsed.data
  throw new AppError('rule', `${WHOLE_FILES.about}: ${issueOf(parsed.error)}`)
}

const FIRST = 'data/record.json'

/** An archive of the record alone: its records, and its trail as evidence. */
async function firstMaterial(reader: Reader): Promise<Material> {
  const { stamp, ...content } = recordFileIn(await jsonFile(reader, FIRST))
  const lists: Partial<Record<RegisterName, readonly { readonly id: string }[]>> = {
    settings: [content.settings],
    vocabulary: content.terms,
    organisations: content.organisations,
    contracts: content.contracts,
    activities: content.activities,
    ...content.records,
  }
  const hasTrail = reader.bag.files.has(WHOLE_FILES.revisions)
  const records = Object.values(lists).reduce((sum, list) => sum + list.length, 0)
  return {
    ...stamp,
    counts: { records, documents: 0, cases: 0, revisions: hasTrail ? stamp.chain.seq : 0 },
    withHistory: false,
    hasTrail,
    earlierChains: [],
    records: (register) => linesOf(lists[register] ?? []),
    documents: [],
    cases: [],
    notes: [
      'This is an archive of the record, not of a whole register: attached files, saved views, earlier contents of records and the documents of requests are not in it.',
      ...(stamp.asAt ? [`It shows the register as at ${stamp.asAt}.`] : []),
      ...(hasTrail ? [] : ['The trail of its changes is not in it either.']),
    ],
  }
}

/** Registers that came later are not in older archives. */
function recordFileIn(value: unknown): RecordFile {
  const given = value as { readonly records?: object }
  const none = Object.fromEntries(DescribedName.options.map((name) => [name, []]))
  const parsed = RecordFile.safeParse({ ...given, records: { ...none, ...given.records } })
  if (parsed.success) return parsed.data
  throw new AppError('rule', `${FIRST}: ${issueOf(parsed.error)}`)
}

async function* linesOf(list: readonly { readonly id: string }[]): AsyncGenerator<JsonLine> {
  let number = 0
  for (const value of list.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    yield { number: ++number, value, text: exactJson(value) }
}
