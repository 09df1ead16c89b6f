import { z } from 'zod'
import type { RegisterName } from '#shared/records/record.ts'
import type { Payload } from '../archive/payload.ts'
import { RevisionLine } from '../archive/verify-revisions.ts'
import { kinds } from '../records/kinds.ts'
import { About, BodyLine, CaseLine, DocumentLine } from './whole-files.ts'

const OTHERS = {
  about: About,
  documents: DocumentLine,
  cases: CaseLine,
  revisions: RevisionLine,
  'revisions-bodies': BodyLine,
} as const

/** JSON Schemas (2020-12), one for a line of each file of lines and one for about.json, so that others can read them. */
export function* schemaPayloads(): Generator<Payload> {
  for (const [register, { schema }] of Object.entries(kinds))
    yield schemaFile(`records/${register as RegisterName}`, schema)
  for (const [name, schema] of Object.entries(OTHERS)) yield schemaFile(name, schema)
}

function schemaFile(name: string, schema: z.ZodType): Payload {
  // As records may be read: one that an older version wrote need not have what a newer one added.
  const made = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', reused: 'ref' })
  const text = JSON.stringify({ $id: `urn:dpo-workbench:schema:whole-register:1:${name}`, ...made }, null, 2)
  return { name: `data/schema/${name}.schema.json`, source: Buffer.from(`${text}\n`) }
}
