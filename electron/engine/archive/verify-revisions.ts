import { createReadStream } from 'node:fs'
import { z } from 'zod'
import type { Verification } from '#shared/registers/reports/report.contract.ts'
import { jsonLines } from '../exit/json-lines.ts'
import { CHAIN_START, nextLink } from '../revisions/chain.ts'
import type { Reader } from './bag-reader.ts'
import type { Problem } from './bag-source.ts'
import { readLabel } from './tag-files.ts'
import { reasonOf, type Report } from './verification-report.ts'

/** Where an archive keeps the chain of its register's revisions. */
export const REVISIONS_FILE = 'data/revisions.jsonl'

/** A line of a trail: what the chain is made over, and the link; nothing that no link is made over. */
export const RevisionLine = z.strictObject({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  procedure: z.string(),
  command: z.string(),
  undoes: z.string().nullable(),
  register: z.string(),
  record: z.string(),
  body_sha256: z.string(),
  chain_sha256: z.string(),
})

const CHECK = 'Chain of revisions'

/** Follows the chain from its start to the head that the archive names; archives without one are left alone. */
export async function checkRevisions({ bag, source, infoText }: Reader, report: Report): Promise<void> {
  const entry = bag.files.get(REVISIONS_FILE)
  if (!entry) return
  const promised = infoText === null ? null : readLabel(infoText, 'Chain-Head')
  await checkLines(
    REVISIONS_FILE,
    () => source.open(entry.name),
    report,
    (head) =>
      promised === head ? null : `The chain ends at ${head}, but the archive names ${promised ?? 'no head'}.`,
  )
}

/** Follows a trail that lies alone, and tells the head it ends at. */
export async function checkTrail(path: string, report: Report): Promise<Verification> {
  const end = await checkLines(
    'The trail',
    async () => createReadStream(path),
    report,
    () => null,
  )
  if (end) report.note(`The chain ends at ${end.head}; compare it with a head that is known from elsewhere.`)
  return report.result('Trail of revisions')
}

type End = { readonly seq: number; readonly head: string }

async function checkLines(
  name: string,
  open: () => Promise<AsyncIterable<Uint8Array>>,
  report: Report,
  judge: (head: string) => string | null,
): Promise<End | null> {
  const about = (detail: string): Problem => ({ about: name, detail })
  const opened = await open()
  try {
    const { problem, ...end } = await followed(name, opened)
    const broken = problem ?? judge(end.head)
    report.add(
      CHECK,
      broken ? [about(broken)] : [],
      `${end.seq} revisions, each following from the one before`,
    )
    return broken ? null : end
  } catch (error) {
    report.add(CHECK, [about(reasonOf(error))], '')
    return null
  }
}

async function followed(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<End & { readonly problem: string | null }> {
  let seq = 0
  let head = CHAIN_START
  for await (const { number, value } of jsonLines(name, pieces)) {
    const parsed = RevisionLine.safeParse(value)
    if (!parsed.success) return { seq, head, problem: `Line ${number} is not a revision.` }
    const line = parsed.data
    if (line.seq !== seq + 1) return { seq, head, problem: `Revision ${seq + 1} is missing.` }
    head = nextLink(head, line)
    if (head !== line.chain_sha256)
      return { seq, head, problem: `Revision ${line.seq} does not follow from the one before.` }
    seq = line.seq
  }
  return { seq, head, problem: null }
}
