import { lineAs, linesIn } from '../../exit/material.ts'
import { exactJson } from '../../exit/exact-json.ts'
import { type About, BodyLine, WHOLE_FILES } from '../../exit/whole-files.ts'
import { sha256 } from '../../revisions/chain.ts'
import type { Reader } from '../bag-reader.ts'
import type { Problem } from '../bag-source.ts'
import { RevisionLine } from '../verify-revisions.ts'
import type { FoundRecords } from './whole-records.ts'

/** The last revision of a record, and the hash of its content. */
type Last = { readonly seq: number; readonly hash: string; readonly key: string }

/** Whether the trail has as many revisions as promised, their contents are there, and each record is what its last one says. */
export async function wholeTrail(reader: Reader, about: About, { lines }: FoundRecords) {
  const problems: Problem[] = []
  const last = new Map<string, Last>()
  const hashes: string[] = []
  let count = 0
  for await (const line of linesIn(reader, WHOLE_FILES.revisions)) {
    const { seq, register, record, body_sha256: hash } = lineAs(RevisionLine, WHOLE_FILES.revisions, line)
    const key = `${register} ${record}`
    last.set(key, { seq, hash, key })
    count += 1
    if (about.withHistory) hashes.push(hash)
  }
  if (count !== about.chain.seq || count !== about.counts.revisions)
    problems.push({
      about: WHOLE_FILES.revisions,
      detail: `It has ${count} revisions; about.json promises ${about.counts.revisions}.`,
    })
  const removed = new Set([...last.values()].filter(({ hash }) => hash === REMOVED).map(({ key }) => key))
  for (const key of lines.keys())
    if (!last.has(key) || removed.has(key))
      problems.push({ about: WHOLE_FILES.revisions, detail: `The trail does not tell of ${key}.` })
  for (const key of last.keys())
    if (!removed.has(key) && !lines.has(key))
      problems.push({
        about: WHOLE_FILES.revisions,
        detail: `${key} is in the trail, but not among the records.`,
      })
  if (about.withHistory) problems.push(...(await bodyProblems(reader, hashes, last, lines)))
  const also = about.withHistory ? ', each with its content' : ''
  return {
    problems,
    found: null,
    allWell: `${count} revisions${also}; every record is what its last one says`,
  }
}

/** The hash of the content of a revision that removed a record. */
const REMOVED = sha256('null')

async function bodyProblems(
  reader: Reader,
  hashes: readonly string[],
  last: ReadonlyMap<string, Last>,
  lines: ReadonlyMap<string, string>,
): Promise<Problem[]> {
  const problems: Problem[] = []
  const bySeq = new Map([...last.values()].map((one) => [one.seq, one]))
  let count = 0
  for await (const line of linesIn(reader, WHOLE_FILES.bodies)) {
    const { seq, body } = lineAs(BodyLine, WHOLE_FILES.bodies, line)
    const say = (detail: string) =>
      problems.push({ about: `${WHOLE_FILES.bodies}, line ${line.number}`, detail })
    count += 1
    if (seq !== count) say(`The content of revision ${count} is missing.`)
    if (body === null) continue
    if (sha256(body) !== hashes[seq - 1])
      say(`The content of revision ${seq} was changed after it was written.`)
    const of = bySeq.get(seq)
    if (of && of.hash !== REMOVED && lines.get(of.key) !== sha256(exactJson(JSON.parse(body))))
      say(`${of.key} is not what revision ${seq} says.`)
  }
  if (count !== hashes.length)
    problems.push({
      about: WHOLE_FILES.bodies,
      detail: `It has ${count} contents for ${hashes.length} revisions.`,
    })
  return problems
}
