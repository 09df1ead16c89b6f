import type { Reader } from '../../archive/bag-reader.ts'
import type { ExportTable } from '#shared/portability/export.ts'
import type { ExportRow } from '../formats/table-to-write.ts'
import type { Told } from './told.ts'

/** Where the files to be checked lie: a bag in a zip, encrypted or not, or in a folder. */
export type Place = Pick<Reader, 'source' | 'bag'>

/** A table in one of its forms, as the schema beside it describes it. */
export type FormToCheck = {
  /** The path of the file in the bag. */
  readonly file: string
  /** What the schema says of the table; XML schemas say neither names nor provenance as data. */
  readonly table: ExportTable
  /**
   * Reads the file from its first to its last byte and gives its rows in batches, telling of each that is not as the schema
   * says. May be called again. Throws where the file cannot be read any further.
   */
  readonly rows: (told: Told) => AsyncIterable<readonly ExportRow[]>
}
