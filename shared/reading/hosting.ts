import { z } from 'zod'

/**
 * What a process is started for that meets files of others: to read files of all kinds, the pages of PDFs or the words
 * in pictures; to bind the volumes of a pack; or to look through its files for what must be gone.
 */
export const ReaderMode = z.enum(['files', 'papers', 'recogniser', 'binder', 'prover'])
export type ReaderMode = z.infer<typeof ReaderMode>

/** What an engine that may start no process asks of main: a reader with so many bytes of memory, or the end of one. */
export const ReaderCall = z.discriminatedUnion('reader', [
  z.strictObject({
    reader: z.literal('start'),
    id: z.int().positive(),
    mode: ReaderMode,
    memory: z.int().positive(),
  }),
  z.strictObject({ reader: z.literal('end'), id: z.int().positive() }),
])
export type ReaderCall = z.infer<typeof ReaderCall>

/** What main answers: the process, whose line comes with the message, or that it is no more. */
export const ReaderAnswer = z.discriminatedUnion('reader', [
  z.strictObject({ reader: z.literal('started'), id: z.int().positive(), pid: z.int().positive() }),
  z.strictObject({ reader: z.literal('ended'), id: z.int().positive() }),
])
export type ReaderAnswer = z.infer<typeof ReaderAnswer>
