import { join } from 'node:path'
import { anAccessRequest, fillCase } from './a-case.ts'
import { unzipped } from './a-zip.ts'
import { anActivity } from './builders.ts'
import { PASSPHRASE, startTestEngine } from './engine.ts'
import { aBreach, attachBytes, evidenceOf, someBytes } from './evidence.ts'
import { NAUGHTY } from './naughty.ts'

export type TestEngine = Awaited<ReturnType<typeof startTestEngine>>

/** An archive with everything, open to all. */
export const EVERYTHING = { withHistory: true, withCases: true, passphrase: null } as const

/** A register with something of everything that can be lost on the way. */
export async function aWholeRegister(): Promise<
  TestEngine & { readonly breach: string; readonly request: string; readonly destroyed: string }
> {
  const it = await startTestEngine()
  const { call, folder, clock } = it
  for (const name of NAUGHTY.slice(0, 25).filter((one) => one.trim() !== ''))
    await anActivity(call, `N ${name}`)
  const gone = await anActivity(call, 'Removed again')
  await call('activities.remove', { target: { ids: [gone as never] } })
  await call('activities.change', {
    id: (await anActivity(call, 'Payroll')) as never,
    changes: { notes: 'One' },
  })
  await call('settings.change', { changes: { lockAfterMinutes: 25 } as never })
  const breach = await aBreach(call)
  await attachBytes(call, folder, breach, 'letter.pdf', someBytes(3_000))
  await attachBytes(call, folder, breach, 'the same again.PDF', someBytes(3_000))
  await attachBytes(call, folder, breach, 'empty', Buffer.alloc(0))
  const off = await attachBytes(call, folder, breach, 'taken off.bin', someBytes(1_200_000, 3))
  clock.now = '2026-11-22T10:00:00.000Z'
  await call('documents.detach', { ...evidenceOf(breach), file: off.id })
  const request = await aCase(it, 'With documents')
  const destroyed = await aCase(it, 'Destroyed')
  await call('records.change', { register: 'requests', id: destroyed, changes: { sentOn: '2026-11-20' } })
  const { record } = await call('records.get', { register: 'requests', id: destroyed })
  const confirm = String(record['reference'])
  await call('cases.destroy', { request: destroyed as never, confirm, reason: 'It is over' })
  await call('today.snooze', {
    register: 'requests',
    id: request,
    key: 'answer',
    until: '2026-11-25',
  } as never)
  clock.now = '2026-11-22T11:00:00.000Z'
  return { ...it, breach, request, destroyed }
}

async function aCase({ call, engine }: TestEngine, name: string): Promise<string> {
  const request = await anAccessRequest(call, name)
  await fillCase(engine.session().cases, request, [
    { path: 'box/letter.pdf', pages: ['Dear Amina', 'Yours'] },
    { path: `box/${name}.pdf`, pages: ['A note'] },
  ])
  return request
}

/** Writes the open register as an archive; gives its files by their names. */
export async function archived(
  it: Pick<TestEngine, 'call' | 'folder'>,
  name: string,
  how: object = EVERYTHING,
) {
  const to = join(it.folder, `${name}.zip`)
  const written = await it.call('archives.writeWhole', { to, ...EVERYTHING, ...how })
  return { ...written, files: written.passphrase === null ? await unzipped(to) : new Map<string, Buffer>() }
}

/** Makes a register of an archive. */
export function broughtIn(
  it: Pick<TestEngine, 'call' | 'folder'>,
  path: string,
  name: string,
  archivePassphrase: string | null = null,
) {
  const register = join(it.folder, `${name}.dpo`)
  return it.call('archives.import', { path, register, passphrase: PASSPHRASE, archivePassphrase })
}

/** What of an archive must come back the same. */
export const keptFiles = (files: ReadonlyMap<string, Buffer>) =>
  new Map([...files].filter(([name]) => /^data\/(?:records|documents|cases)[/.]/u.test(name)))
