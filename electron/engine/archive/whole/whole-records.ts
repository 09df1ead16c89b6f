import { DESCRIBED } from '#shared/described/all.ts'
import { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { RegisterName } from '#shared/records/record.ts'
import { brokenSeals } from '../../described/seal.ts'
import { exactJson } from '../../exit/exact-json.ts'
import { issueOf, linesIn } from '../../exit/material.ts'
import { filesNamedIn } from '../../exit/record-lines.ts'
import { type About, WHOLE_FILES } from '../../exit/whole-files.ts'
import { kinds } from '../../records/kinds.ts'
import { sha256 } from '../../revisions/chain.ts'
import type { Reader } from '../bag-reader.ts'
import type { Problem } from '../bag-source.ts'

/** A record that names a document. */
type Naming = { readonly by: string; readonly sha256: string }

/** What was learnt of the records on the way. */
export type FoundRecords = {
  /** The hash of each record's line, by its register and id. */
  readonly lines: ReadonlyMap<string, string>
  /** The records that name each document, and the hash they know it by. */
  readonly naming: ReadonlyMap<string, readonly Naming[]>
  readonly brokenSeals: readonly Problem[]
}

/** Whether every record is there, once, in order, and as its register has them. */
export async function wholeRecords(reader: Reader, about: About) {
  const problems: Problem[] = []
  const found = {
    lines: new Map<string, string>(),
    naming: new Map<string, Naming[]>(),
    brokenSeals: [] as Problem[],
  }
  for (const name of Object.keys(about.records))
    if (!RegisterName.safeParse(name).success)
      problems.push({ about: WHOLE_FILES.about, detail: `There is no register called “${name}”.` })
  for (const register of RegisterName.options) {
    const file = WHOLE_FILES.records(register)
    const promised = about.records[register]
    // A register that came later is not in older archives.
    if (promised === undefined && !reader.bag.files.has(file)) continue
    const count = await recordsOf(reader, register, { problems, ...found })
    if (count !== promised)
      problems.push({
        about: file,
        detail: `It has ${count} records; about.json promises ${promised ?? 'none'}.`,
      })
  }
  const total = found.lines.size
  if (problems.length === 0 && total !== about.counts.records)
    problems.push({
      about: WHOLE_FILES.about,
      detail: `It promises ${about.counts.records} records; there are ${total}.`,
    })
  return { problems, found, allWell: `${total} records, each as its register has them` }
}

type Gathering = {
  readonly problems: Problem[]
  readonly lines: Map<string, string>
  readonly naming: Map<string, Naming[]>
  readonly brokenSeals: Problem[]
}

async function recordsOf(
  reader: Reader,
  register: RegisterName,
  { problems, lines, naming, brokenSeals: broken }: Gathering,
): Promise<number> {
  const file = WHOLE_FILES.records(register)
  const { schema } = kinds[register]
  let [count, before] = [0, '']
  for await (const { number, value, text } of linesIn(reader, file)) {
    count += 1
    const say = (detail: string) => problems.push({ about: `${file}, line ${number}`, detail })
    const parsed = schema.safeParse(value)
    if (!parsed.success) {
      say(issueOf(parsed.error))
      continue
    }
    const { id } = parsed.data
    if (Buffer.compare(Buffer.from(id), Buffer.from(before)) <= 0)
      say(`“${id}” does not follow “${before}” in the order of the ids.`)
    before = id
    if (exactJson(value) !== text)
      say(`“${id}” is not written as records are: its keys are in another order.`)
    lines.set(`${register} ${id}`, sha256(text))
    const described = DescribedName.safeParse(register)
    if (!described.success) continue
    for (const { document, sha256: hash } of filesNamedIn(described.data, value))
      naming.set(document, [...(naming.get(document) ?? []), { by: `${register} ${id}`, sha256: hash }])
    for (const label of brokenSeals(DESCRIBED[described.data], value as AnyRecord))
      broken.push({
        about: `${file}, line ${number}`,
        detail: `“${label}” of ${id} no longer say what was sealed: they were changed outside the program.`,
      })
  }
  return count
}
