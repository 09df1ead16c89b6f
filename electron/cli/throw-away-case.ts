import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CaseStore } from '#engine/cases/open-cases.ts'
import type { Engine } from '#engine/start.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { type Call, withEngine } from './with-register.ts'

/** A request with a case of its own that nobody can open once it is closed. */
export type ThrowAwayCase = {
  readonly call: Call
  readonly engine: Engine
  readonly request: string
  /** The case; throws `rule` while nothing was brought in. */
  readonly store: () => Promise<CaseStore>
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const EXIT_OF_A_SIGNAL = 130

/**
 * Runs with an encrypted register that holds one request, in a folder that is removed afterwards, whatever happens. Its
 * passphrase is random and kept nowhere, so what a power cut leaves behind cannot be opened by anybody.
 */
export async function withThrowAwayCase<Result>(
  work: (made: ThrowAwayCase) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-redact-'))
  const stop = () => {
    rmSync(folder, { recursive: true, force: true })
    process.exit(EXIT_OF_A_SIGNAL)
  }
  for (const signal of SIGNALS) process.once(signal, stop)
  try {
    return await withEngine(async (call, engine) => {
      const passphrase = randomBytes(32).toString('base64url')
      await call('registerFile.create', { path: join(folder, 'case.dpo'), passphrase })
      const fields = { right: 'R-ACCESS', receivedOn: ukDayOf(engine.now()) }
      const { id } = await call('records.create', { register: 'requests', name: 'Loose files', fields })
      return work({ call, engine, request: id, store: () => engine.session().cases.get(id) })
    }, null)
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop)
    await rm(folder, { recursive: true, force: true })
  }
}
