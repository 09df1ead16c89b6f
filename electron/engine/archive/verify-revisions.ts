import { createInterface } from 'node:readline'
import { z } from 'zod'
import { CHAIN_START, nextLink } from '../revisions/chain.ts'
import type { Reader } from './bag-reader.ts'
import type { Problem } from './bag-source.ts'
import { readLabel } from './tag-files.ts'
import { reasonOf, type Report } from './verification-report.ts'

/** Where an archive keeps the chain of its register's revisions. */
export const REVISIONS_FILE = 'data/revisions.jsonl'

/** A line of a trail: what the chain is made over, and the link. */
export const RevisionLine = z.object({
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

/** Follows the chain from its start to the head that the archive names; archives without one are left alone. */
export async function checkRevisions({ bag, source, infoText }: Reader, report: Report): Promise<void> {
  const entry = bag.files.get(REVISIONS_FILE)
  if (!entry) return
  try {
    const lines = createInterface({ input: await source.open(entry.name), crlfDelay: Infinity })
    const { seq, head, problem } = await followed(lines)
    const promised = infoText === null ? null : readLabel(infoText, 'Chain-Head')
    const broken =
      problem ??
      (promised === head
        ? null
        : `The chain ends at ${head}, but the archive names ${promised ?? 'no head'}.`)
    report.add(
      'Chain of revisions',
      broken ? [aboutRevisions(broken)] : [],
      `${seq} revisions, each following from the one before`,
    )
  } catch (error) {
    report.add('Chain of revisions', [aboutRevisions(reasonOf(error))], '')
  }
}

async function followed(
  lines: AsyncIterable<string>,
): Promise<{ seq: number; head: string; problem: string | null }> {
  let seq = 0
  let head = CHAIN_START
  for await (const text of lines) {
    const line = RevisionLine.parse(JSON.parse(text))
    if (line.seq !== seq + 1) return { seq, head, problem: `Revision ${seq + 1} is missing.` }
    head = nextLink(head, line)
    if (head !== line.chain_sha256)
      return { seq, head, problem: `Revision ${line.seq} does not follow from the one before.` }
    seq = line.seq
  }
  return { seq, head, problem: null }
}

const aboutRevisions = (detail: string): Problem => ({ about: REVISIONS_FILE, detail })
