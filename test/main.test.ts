import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeGrants } from '../electron/engine/grants.ts'
import { createGrants } from '../electron/main/grants.ts'
import { openRecentRegisters } from '../electron/main/recent.ts'
import { isSupportedElectron } from '../electron/main/runtime.ts'

describe('an Electron is supported', () => {
  test.each([
    ['25.1.1', false],
    ['42.3.2', false],
    ['42.3.3', true],
    ['42.4.0', true],
    ['43.0.0-beta.1', true],
    ['45.4.1', true],
  ])('%s: %s', (version, supported) => {
    expect(isSupportedElectron(version)).toBe(supported)
  })
})

describe('a path may be used', () => {
  const heard: unknown[] = []
  const grants = createGrants((grant) => heard.push(grant))
  grants.allow('/home/dpo/Register.dpo')
  grants.allowReading('/home/dpo/evidence.pdf')

  test('when it was chosen, or lies below what was chosen', () => {
    expect(() => grants.check('/home/dpo/Register.dpo')).not.toThrow()
    expect(() => grants.check('/home/dpo/Register.dpo/backups/x')).not.toThrow()
    expect(heard).toEqual([
      { control: 'grant', path: '/home/dpo/Register.dpo' },
      { control: 'grantReading', path: '/home/dpo/evidence.pdf' },
    ])
    expect(grants.all()).toEqual(heard)
  })

  test('for writing not when it was chosen to be read, which the engine alone may do', () => {
    expect(() => grants.check('/home/dpo/evidence.pdf')).toThrow('was not chosen in a dialog')
    const inEngine = makeGrants(true)
    inEngine.allowReading('/home/dpo/evidence.pdf')
    expect(() => inEngine.checkReading('/home/dpo/evidence.pdf')).not.toThrow()
    inEngine.allowReading('/home/dpo/Case files')
    expect(() => inEngine.checkReading('/home/dpo/Case files/2014/letter.pdf')).not.toThrow()
    for (const path of [
      '/home/dpo/evidence.pd',
      '/home/dpo',
      '/home/dpo/Case files/../other',
      '/home/dpo/Case',
    ])
      expect(() => inEngine.checkReading(path)).toThrow('was not chosen in a dialog')
    for (const path of ['/home/dpo/evidence.pdf', '/home/dpo/Case files/letter.pdf'])
      expect(() => inEngine.check(path)).toThrow('was not chosen in a dialog')
  })

  test.each(['/home/dpo', '/home/dpo/Register.dpo2', '/home/dpo/Register.dpo/../other', '/etc/passwd'])(
    'but not %s',
    (path) => {
      expect(() => grants.check(path)).toThrow('was not chosen in a dialog')
    },
  )
})

describe('recent registers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dpo-recent-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('come back with the latest first, each once, at most ten, and say when one is not there', () => {
    const recent = openRecentRegisters(folder)
    for (let number = 1; number <= 12; number += 1) recent.remember(`/registers/${number}.dpo`)
    recent.remember('/registers/7.dpo')
    recent.forget('/registers/12.dpo')

    const again = openRecentRegisters(folder).list()
    expect(again.map(({ name }) => name)).toEqual(['7', '11', '10', '9', '8', '6', '5', '4', '3'])
    expect(again.every(({ isThere }) => !isThere)).toBe(true)
  })
})
