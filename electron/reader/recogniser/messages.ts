import { z } from 'zod'
import { PageWords } from '#shared/cases/page.ts'

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** What the engine tells the process that recognises words: a picture, and whether its words or only its pixels count. */
export const ToRecogniser = z.discriminatedUnion('say', [
  z.object({ say: z.literal('recognise'), picture: Bytes }),
  z.object({ say: z.literal('convert'), picture: Bytes }),
])
export type ToRecogniser = z.infer<typeof ToRecogniser>

/** What it answers, which is checked: a hostile picture may have taken it over. */
export const FromRecogniser = z.discriminatedUnion('say', [
  z.object({ say: z.literal('ready') }),
  z.object({ say: z.literal('recognised'), ...PageWords.shape, confidence: z.number().min(0).max(100) }),
  z.object({ say: z.literal('converted'), png: Bytes }),
  z.object({ say: z.literal('refused') }),
])
export type FromRecogniser = z.infer<typeof FromRecogniser>
