import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ChainHead } from '../revisions/ledger.ts'
import { writeDurably } from './durable.ts'
import type { Session } from './session.ts'

const Heads = z.record(z.string(), z.object({ seq: z.int(), head: z.string() }))

/**
 * The chain heads this computer has seen, kept outside the registers: a
 * register put back to an earlier state cannot take its head back with it.
 */
export async function knownHead(home: string, registerId: string): Promise<ChainHead | null> {
  return (await readHeads(home))[registerId] ?? null
}

/** Remembers how far a register had come. */
export async function rememberHead(home: string, registerId: string, head: ChainHead): Promise<void> {
  await mkdir(home, { recursive: true })
  const heads = await readHeads(home)
  if (heads[registerId]?.seq === head.seq) return
  await writeDurably(fileIn(home), `${JSON.stringify({ ...heads, [registerId]: head }, null, 2)}\n`)
}

/**
 * Remembers how far an open register has come. One that no longer holds what
 * this computer saw before is left as remembered: the sign of it must not go
 * away by closing it.
 */
export async function rememberProgress(home: string, session: Session): Promise<void> {
  if (session.readOnlyBecause || !(await session.holdsKnownHead())) return
  await rememberHead(home, session.registerId, session.head())
}

async function readHeads(home: string): Promise<z.infer<typeof Heads>> {
  try {
    return Heads.parse(JSON.parse(await readFile(fileIn(home), 'utf8')))
  } catch {
    // Nothing remembered yet, or nothing readable: there is then nothing to compare with.
    return {}
  }
}

const fileIn = (home: string) => join(home, 'seen-registers.json')
