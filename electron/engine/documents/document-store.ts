import type { Instant } from '#shared/time/instant.ts'

/** What is known of a document: its name when it was taken in, its length in bytes, and the hash of its bytes. */
export type StoredDocument = {
  readonly document: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly takenInAt: Instant
}

/** What a document is called while it is taken in, and under which id it will be kept. */
export type NewDocument = {
  readonly document: string
  readonly name: string
  readonly at: Instant
  /** Its length, where that is known beforehand: what has no room on the disk is then not begun. */
  readonly expectedBytes?: number
}

/**
 * The files that records attach: each is taken in whole once and never changed. They are kept in
 * `documents.db`, so a change of the register neither waits for them nor takes them back.
 */
export type DocumentStore = {
  /** Takes a document in, piece by piece; what fails or is stopped on the way leaves nothing behind. */
  add(pieces: AsyncIterable<Uint8Array>, about: NewDocument): Promise<StoredDocument>
  /** What is known of a document, or null when it is not there. */
  find(document: string): Promise<StoredDocument | null>
  /**
   * The bytes of a document, a piece at a time, each checked before it is handed out; throws a `storage`
   * error that names the file where one is missing or is not what was taken in.
   */
  read(document: string): AsyncIterable<Buffer>
  /** Reads a document whole; what is wrong with it in a few words (“is not what was taken in”), or null. */
  check(document: string): Promise<string | null>
  /** Promises to keep documents for good, because a record is about to name them. */
  keep(documents: readonly string[], at: Instant): Promise<void>
}
