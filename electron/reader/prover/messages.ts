import { z } from 'zod'
import { GateFinding } from '#shared/cases/gate.ts'
import { GateNeedles, KnownPage } from '#shared/cases/proof/gate-needles.ts'

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

const File = { sha256: z.string() }

/** What the engine tells the process that proves; bytes come before what they belong to. */
export const ToProver = z.discriminatedUnion('say', [
  z.object({ say: z.literal('begin'), bytes: z.int().min(0) }),
  z.object({ say: z.literal('piece'), bytes: Bytes }),
  /** What is looked for from now on; there is no answer to it. */
  z.object({ say: z.literal('needles'), needles: GateNeedles }),
  /** Opens what came as a PDF, to be read and drawn. */
  z.object({ say: z.literal('open'), ...File }),
  /** Walks through all objects and streams of what came, which is a PDF. */
  z.object({ say: z.literal('walk'), pages: z.array(KnownPage), isVolume: z.boolean() }),
  /** Reads, draws and compares a page of an open PDF with its original, where there is one. */
  z.object({
    say: z.literal('page'),
    ...File,
    known: KnownPage,
    original: z.object({ sha256: z.string(), number: z.int().positive() }).nullable(),
  }),
  /** Looks through what came: an office file, or text. */
  z.object({ say: z.literal('workbook'), pages: z.array(KnownPage) }),
  z.object({ say: z.literal('text'), pages: z.array(KnownPage) }),
  /** Looks through some words: the name of a file. */
  z.object({ say: z.literal('name'), name: z.string(), pages: z.array(KnownPage) }),
])
export type ToProver = z.infer<typeof ToProver>

/** A finding about the file that is looked through. */
export const FileFinding = GateFinding.omit({ file: true, casePage: true })
export type FileFinding = z.infer<typeof FileFinding>

/** Something beside or in a mark that letters may hide in: its picture, to be recognised, and where it is from. */
export const Crop = z.object({
  page: z.int().positive(),
  mark: z.int(),
  /** A byte for each pixel, from black to white. */
  gray: Bytes,
  width: z.int().positive(),
  height: z.int().positive(),
  /** What of the page stays within it, and may be read. */
  stays: z.string(),
})
export type Crop = z.infer<typeof Crop>

/** Memory of this process that only its end gives back, in bytes. */
const spare = z.number()

/** What it answers, which is checked: a hostile file may have taken it over. */
export const FromProver = z.discriminatedUnion('say', [
  z.object({ say: z.literal('ready') }),
  z.object({ say: z.literal('opened'), pages: z.int().min(0), spare }),
  z.object({ say: z.literal('gone'), spare }),
  z.object({ say: z.literal('refused'), reason: z.string(), spare }),
  z.object({
    say: z.literal('found'),
    findings: z.array(FileFinding),
    /** How many findings there are beyond those told. */
    more: z.int().min(0),
    crops: z.array(Crop),
    spare,
  }),
])
export type FromProver = z.infer<typeof FromProver>
