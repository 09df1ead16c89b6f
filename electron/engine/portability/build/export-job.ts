import type { ExportForm, ReceivingController } from '#shared/portability/export.ts'
import type { SourceUse } from '#shared/portability/source.ts'
import type { Stamp } from '#shared/records/register-content.ts'
import type { LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import type { Mapping } from '#shared/registers/mappings/mapping.register.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'

/** A file that goes into an export, what is decided about its columns, and the system it came from. */
export type JobSource = { readonly use: SourceUse; readonly mapping: Mapping; readonly system: string }

/** Everything an export is made from. */
export type ExportJob = {
  readonly request: RequestRecord
  readonly world: LetterWorld
  readonly stamp: Stamp
  readonly sources: readonly JobSource[]
  readonly forms: readonly ExportForm[]
  readonly receiver: ReceivingController | null
}
