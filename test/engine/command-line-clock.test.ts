import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { clockAnswer } from '../../electron/cli/clock.ts'

const run = promisify(execFile)
const scotland = (): Nation => 'scotland'

describe('the answer to facts', () => {
  test.each([
    [
      'an access request whose pause and weekend move the day',
      'rights-request',
      { received: '2026-11-02', pauses: [['2026-11-06', '2026-11-16']] },
      { due: '2026-12-14' },
      'Mon 14 December 2026',
    ],
    [
      'every fact at once, null where nothing happened',
      'rights-request',
      {
        right: 'R-ACCESS',
        received: '2026-09-01',
        identityReceived: '2026-09-10',
        feePaid: null,
        pauses: [['2026-09-08', '2026-09-15']],
        extended: false,
      },
      { due: '2026-10-15' },
      'only those after Thu 10 September 2026',
    ],
    [
      'an extended request, and that no notice is recorded',
      'rights-request',
      { received: '2026-11-30', extended: true },
      { due: '2027-03-01', warnings: [expect.stringContaining('no notice is recorded')] },
      'two further months',
    ],
    [
      'another right by its plain name, which has no pause',
      'rights-request',
      { right: 'Erasure', received: '2026-11-02', pauses: [['2026-11-06', null]] },
      { due: '2026-12-02', warnings: [expect.stringContaining('access requests only')] },
      'Wed 2 December 2026',
    ],
    [
      'an open question',
      'rights-request',
      { received: '2026-11-02', pauses: [['2026-11-06', null]] },
      { pausedSince: '2026-11-06' },
      'paused since that day',
    ],
    [
      'identity that was asked for',
      'rights-request',
      { received: '2026-11-02', identityAsked: '2026-11-03' },
      { due: null, waitingFor: 'identity' },
      'the time has not begun',
    ],
    [
      'a complaint',
      'complaint',
      { received: '2026-12-05' },
      { due: '2027-01-05' },
      '2nd January, substitute day',
    ],
    [
      'a breach across the end of summer time',
      'breach',
      { awareAt: '2026-10-23T14:30:00.000Z' },
      { due: '2026-10-26T14:30:00.000Z' },
      'Fri 23 October 2026, 15:30 BST. 72 hours later is Mon 26 October 2026, 14:30 GMT',
    ],
    [
      'a breach to the second, in local time',
      'breach',
      { awareAt: '2026-10-23T15:30:00+01:00' },
      { due: '2026-10-26T14:30:00Z' },
      '15:30 BST',
    ],
    [
      'a date beyond the known bank holidays, loudly',
      'rights-request',
      { received: '2029-01-10' },
      {
        due: '2029-02-12',
        warnings: [expect.stringMatching(/^Bank holidays are known to 31 December 2028 only/)],
      },
      'Mon 12 February 2029',
    ],
  ] as const)('%s', (_, kind, facts, answer, derivation) => {
    expect(clockAnswer(kind, JSON.stringify(facts), scotland)).toEqual({
      ...answer,
      derivation: expect.stringContaining(derivation),
    })
  })

  test.each([
    ['access', '2026-12-14'],
    ['SAR', '2026-12-14'],
    ['R-ACCESS', '2026-12-14'],
    ['object to direct marketing', '2026-12-02'],
    ['portability', '2026-12-02'],
    ['R-ADM', '2026-12-02'],
  ])('the right may be called %s', (right, due) => {
    const facts = { right, received: '2026-11-02', pauses: [['2026-11-06', '2026-11-16']] }
    expect(clockAnswer('rights-request', JSON.stringify(facts), scotland)).toMatchObject({ due })
  })

  test.each([
    ['facts that are not JSON', 'complaint', '{', 'not valid JSON'],
    ['a day that does not exist', 'complaint', '{"received":"2026-02-30"}', 'received: A date is written'],
    ['a missing fact', 'rights-request', '{}', 'received: '],
    [
      'a misspelt fact',
      'rights-request',
      '{"received":"2026-11-02","feepaid":"2026-11-03"}',
      'no field called “feepaid”',
    ],
    [
      'a right without a time limit',
      'rights-request',
      '{"right":"R-INFO","received":"2026-11-02"}',
      '“R-INFO” is no right that is asked for',
    ],
    [
      'an answer before its question',
      'rights-request',
      '{"received":"2026-11-02","pauses":[["2026-11-06","2026-11-05"]]}',
      'cannot come before the question',
    ],
    [
      'half a pause',
      'rights-request',
      '{"received":"2026-11-02","pauses":["2026-11-06"]}',
      'A pause is written',
    ],
    ['a day where a moment is meant', 'breach', '{"awareAt":"2026-10-23"}', 'A moment is written'],
    ['the end of time', 'complaint', '{"received":"9999-12-31"}', 'years 0000 to 9999'],
  ] as const)('%s is refused', (_, kind, json, sentence) => {
    expect(() => clockAnswer(kind, json, scotland)).toThrow(sentence)
  })
})

describe('dpo clock', () => {
  test('prints one line of JSON', async () => {
    const facts = '{"received":"2026-11-02","pauses":[["2026-11-06","2026-11-16"]]}'
    const { code, output } = await clock(['rights-request', facts, '--nation', 'england-and-wales'])
    expect(code).toBe(0)
    expect(output).toMatch(/^\{"due":"2026-12-14","derivation":"The request was received.*"\}\n$/)
  })

  test('needs no nation for the hours of a breach', async () => {
    const { code, output } = await clock(['breach', '{"awareAt":"2026-12-24T10:00:00Z"}'])
    expect(code).toBe(0)
    expect(output).toMatch(/^\{"due":"2026-12-27T10:00:00Z",/)
  })

  test.each([
    ['facts that cannot be read', ['complaint', '{', '--nation', 'scotland'], 1, 'not valid JSON'],
    ['no nation', ['complaint', '{"received":"2026-11-02"}'], 2, '--nation is needed'],
    [
      'an unknown nation',
      ['complaint', '{"received":"2026-11-02"}', '--nation', 'wales'],
      2,
      'northern-ireland',
    ],
    ['an unknown clock', ['appeal', '{}', '--nation', 'scotland'], 2, 'rights-request, breach, complaint'],
  ])('%s: the exit code and a sentence', async (_, words, code, sentence) => {
    const result = await clock(words)
    expect(result).toMatchObject({ code, output: '', errors: expect.stringContaining(sentence) })
    expect(result.errors).not.toMatch(/^\s+at /m)
  })
})

async function clock(words: readonly string[]) {
  try {
    const { stdout, stderr } = await run(process.execPath, ['electron/cli/dpo.ts', 'clock', ...words])
    return { code: 0, output: stdout, errors: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, output: stdout, errors: stderr }
  }
}
