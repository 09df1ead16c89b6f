import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { transferNote } from '#shared/portability/transfer-note.ts'
import { drawLetter } from '../../pdf/write-letter.ts'
import type { ExportJob } from './export-job.ts'
import { senderOf } from './sender.ts'
import type { TakenSources } from './take-sources.ts'

/** The note to the controller that an export goes to, as a tagged PDF; it bears the fingerprint of everything else. */
export async function transferNotePdf(
  { request, world, stamp, receiver, forms }: ExportJob,
  { tables }: Pick<TakenSources, 'tables'>,
  fingerprint: string,
): Promise<Buffer> {
  const note = transferNote({
    reference: request.reference,
    asker: request,
    world,
    sender: senderOf(world),
    receiver: receiver!,
    tables: tables.map(({ table }) => table),
    forms,
    fingerprint,
  })
  const output = new PassThrough()
  const bytes = buffer(output)
  await drawLetter(note, stamp.madeAt, output)
  return bytes
}
