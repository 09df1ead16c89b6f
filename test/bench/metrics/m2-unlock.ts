import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { filesOf } from '#engine/registerFile/folder.ts'
import { deriveKey } from '#engine/registerFile/kdf.ts'
import { readKeyFile } from '#engine/registerFile/keys.ts'
import { BENCH_PASSPHRASE } from '../make-register.ts'
import { takeTurns, timed } from '../measure.ts'
import { copyOfRegister } from '../registers.ts'
import { ratioResult, type Result } from '../report.ts'
import { startProgram } from '../window.ts'

const COUNT = 10_000
const UNLOCKS = 11
/** What a person needs at least to type a passphrase; the window prepares the workbench meanwhile. */
const TYPING_MS = 2_500

/** Unlocking: from the Enter key to the first row painted, against the key derivation alone. */
export async function measureUnlock(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-bench-'))
  const register = await copyOfRegister(COUNT, folder)
  const { kdf, byPassphrase } = await readKeyFile(filesOf(register).keys)
  const { page, close } = await startProgram(register)
  try {
    const turns = await takeTurns(
      UNLOCKS,
      () => unlockOnce(page),
      async () =>
        (await timed(() => deriveKey(BENCH_PASSPHRASE, Buffer.from(byPassphrase.salt, 'hex'), kdf))).ms,
    )
    const cost = `Argon2id alone, ${kdf.memoryKiB / 1024} MiB, t=${kdf.passes}, p=${kdf.parallelism}`
    return [
      ratioResult({
        metric: 'M2',
        what: `Unlock to first row painted, ${COUNT.toLocaleString('en-GB')} activities`,
        peer: cost,
        most: 1.25,
        turns,
      }),
    ]
  } finally {
    await close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function unlockOnce(page: Page): Promise<number> {
  const field = page.getByLabel('Passphrase', { exact: true })
  await field.waitFor()
  await field.fill(BENCH_PASSPHRASE)
  await page.waitForTimeout(TYPING_MS)
  await page.evaluate(watchForFirstRow)
  await page.keyboard.press('Enter')
  const ms = await page.evaluate(() => (globalThis as unknown as Watched).firstRowAfter)
  await page
    .getByText(`${COUNT.toLocaleString('en-GB')} activities`)
    .first()
    .waitFor()
  await Promise.all([
    page.waitForEvent('load'),
    page.evaluate(() => void (globalThis as unknown as Watched).engine.call('registerFile.lock', {})),
  ])
  return ms
}

type Watched = {
  firstRowAfter: Promise<number>
  engine: { call(procedure: string, input: object): Promise<unknown> }
}

/** Runs in the page: the clock starts at the Enter key and stops when the frame with the first row is out. */
function watchForFirstRow(): void {
  const pressed = new Promise<number>((resolve) => {
    addEventListener('keydown', (event) => event.key === 'Enter' && resolve(performance.now()), true)
  })
  const painted = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      const cell = document.querySelector<HTMLElement>('#activity-grid [data-name="name"]')
      if (!cell?.textContent || cell.offsetParent === null) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now()))
        port1.start()
        port2.postMessage(0)
      })
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  const target = globalThis as unknown as { firstRowAfter: Promise<number> }
  target.firstRowAfter = Promise.all([pressed, painted]).then(([from, to]) => to - from)
}
