import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEncrypted } from '#engine/db/open.ts'
import { sealHolds } from '#engine/described/seal.ts'
import { composeArticle15 } from '#engine/registers/letters/article15.ts'
import { valueOf } from '#shared/answer.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { missingIn, piecesOf, textOfLetter } from '#shared/registers/letters/letter-words.ts'
import { retentionWords } from '#shared/registers/reports/data.words.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { builtInTemplate } from '#shared/registers/requests/templates/templates.ts'
import { REQUEST_LETTER_VERSIONS } from '#shared/registers/requests/templates/template.schema.ts'
import { REQUEST_LETTERS } from '#shared/registers/requests/letter-kinds.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { listOf } from '../support/builders.ts'
import { PASSPHRASE, startTestEngine } from '../support/engine.ts'
import { keysOf, NOW, openAgain } from '../support/open-again.ts'

const run = promisify(execFile)
const has = (tool: string, flag: string) =>
  run(tool, [flag]).then(
    () => true,
    () => false,
  )
const hasPdfTools = await has('pdftotext', '-v')
const hasUnzip = await has('unzip', '-v')

/** The five whose privacy notices the sample is made from, by the letters of their references. */
const FIVE = [
  ['Polaris Childrens Services Limited', 'PCS'],
  ['Polaris Community', 'PC'],
  ["Worcestershire County Council Children's Services", 'WCC'],
  ['Support service (controller not named in its notice)', 'SS'],
  ['Home-Start Ashford & District', 'HS'],
] as const
const TODAY = PlainDate.parse('2026-11-22')
const SENT_AT = Instant.parse('2026-11-22T08:30:00.000Z')

describe('letters about a request', () => {
  let engine: Awaited<ReturnType<typeof startTestEngine>>
  let names = new Map<string, string>()
  const requests = new Map<string, string>()

  beforeAll(async () => {
    engine = await startTestEngine({ register: 'sample' })
    const terms = await engine.call('vocabulary.list', { vocabulary: null })
    names = new Map(terms.map(({ id, name }) => [id, name]))
    for (const [name] of FIVE) {
      const { activityIds, organisationId } = await firstActivities(name)
      const { id } = await engine.call('records.create', {
        register: 'requests',
        name: 'Access request',
        fields: {
          organisationId,
          right: 'R-ACCESS',
          receivedOn: '2026-11-02',
          requesterName: 'Sam Reader',
          sendTo: '2 Low Road, Leeds',
          searched: 'The case system and the paper file.',
          activityIds,
        },
      })
      requests.set(name, id)
    }
  })
  afterAll(() => engine[Symbol.asyncDispose]())

  async function firstActivities(organisation: string) {
    const organisations = await engine.call('organisations.list', { relation: 'own' })
    const organisationId = organisations.find(({ legalName }) => legalName === organisation)!.id
    const { rows } = await engine.call('activities.list', listOf())
    const own = rows
      .filter((row) => row.organisation === organisation)
      .toSorted((a, b) => (a.reference < b.reference ? -1 : 1))
    expect(own.length, organisation).toBeGreaterThan(2)
    return { organisationId, activityIds: own.slice(0, 3).map(({ id }) => id as string) }
  }
  const activityOf = async (id: string) => (await engine.call('activities.get', { id: id as never })).activity
  const requestOf = async (id: string) =>
    (await engine.call('records.get', { register: 'requests', id })).record as unknown as RequestRecord
  const composed = (id: string, letter: string, version: 'standard' | 'easierRead' = 'standard') =>
    engine.call('letters.compose', { register: 'requests', id, letter, version })

  test.each(FIVE)('%s: every letter in both versions, and no brace in any', async (name) => {
    for (const { value: kind } of REQUEST_LETTERS)
      for (const { value: version } of REQUEST_LETTER_VERSIONS) {
        const letter = await composed(requests.get(name)!, kind, version)
        expect(textOfLetter(letter), `${kind} ${version}`).not.toMatch(/[{}]|undefined/)
        expect(letter.large ?? false).toBe(version === 'easierRead')
      }
  })

  test.each(FIVE)(
    '%s: the answer tells what the register knows, and a gap where it does not',
    async (name, code) => {
      const id = requests.get(name)!
      const letter = await composed(id, 'final')
      const text = textOfLetter(letter)
      await expect(text.replace(/RR-\d+/u, 'RR-0000')).toMatchFileSnapshot(`./final-letters/${code}.txt`)
      const { activityIds } = await requestOf(id)
      for (const activityId of activityIds) {
        const activity = await activityOf(activityId)
        expectFacts(letter, text, activity)
      }
      expect(text.indexOf('complain to us')).toBeGreaterThan(0)
      expect(text.indexOf('complain to us')).toBeLessThan(text.indexOf("Information Commissioner's Office"))
      const { session } = engine.engine
      expect(textOfLetter(await composeArticle15(session().db, id, TODAY))).toContain(
        'What we use the data for',
      )
    },
  )

  /** Each fact of an activity stands in the letter or, where there is none, as a gap that leads to its field. */
  function expectFacts(letter: Letter, text: string, activity: Activity) {
    const lower = text.toLowerCase()
    const gaps = missingIn(letter).filter(({ source }) => source?.id === activity.id)
    const isGap = (field: string) => gaps.some(({ source }) => source!.field === field)
    for (const purpose of activity.purposes) expect(text).toContain(purpose.text.trim())
    for (const { categoryId, sourceIds, retention } of activity.data) {
      expect(lower).toContain(names.get(categoryId)!.toLowerCase())
      for (const source of sourceIds) expect(lower).toContain(names.get(source)!.toLowerCase())
      const known = valueOf(retention)
      const time = known && retentionWords({ ...known, authority: '' })
      if (time) expect(text).toContain(time)
      else expect(isGap('data'), `${activity.reference} retention`).toBe(true)
    }
    for (const { recipientId } of activity.disclosures)
      expect(lower).toContain(names.get(recipientId)!.toLowerCase())
    for (const [field, isOpen] of [
      ['purposes', activity.purposes.length === 0],
      ['destinations', activity.destinations.state === 'toBeDetermined'],
      ['automatedDecisions', activity.automatedDecisions.state === 'toBeDetermined'],
    ] as const)
      expect(isGap(field), `${activity.reference} ${field}`).toBe(isOpen)
  }

  test('each fact says in which record and revision it stands, and a later change is another revision', async () => {
    const id = requests.get(FIVE[0][0])!
    const { activityIds } = await requestOf(id)
    const revisionOf = async () => {
      const pieces = piecesOf(await composed(id, 'final'))
      const found = pieces.find(
        (piece) =>
          typeof piece !== 'string' &&
          piece.source?.id === activityIds[0] &&
          piece.source?.field === 'purposes',
      )
      return typeof found === 'string' ? null : found!.source!.revision!
    }
    const before = await revisionOf()
    expect(before).toBeGreaterThan(0)
    await engine.call('activities.change', { id: activityIds[0] as never, changes: { notes: 'Looked at.' } })
    expect(await revisionOf()).toBe(engine.engine.session().head().seq)
    expect(await revisionOf()).toBeGreaterThan(before!)
    const which = { register: 'requests', id, letter: 'final' } as const
    expect(textOfLetter(await engine.call('letters.compose', which, TODAY))).toBe(
      textOfLetter(await composed(id, 'final')),
    )
  })

  test('a wording of our own is used, taken back with undo, refused when the law’s words are gone', async () => {
    const id = requests.get(FIVE[4][0])!
    const key = { kind: 'refusal', version: 'standard' } as const
    const words = { ...builtInTemplate(key), subject: 'Our answer to you' }
    await engine.call('letters.changeTemplate', { ...key, words })
    expect((await composed(id, 'refusal')).subject).toBe('Our answer to you')
    expect((await composed(id, 'refusal', 'easierRead')).subject).not.toBe('Our answer to you')
    await engine.call('history.undo', {})
    expect((await composed(id, 'refusal')).subject).toBe(builtInTemplate(key).subject)
    const without = words.paragraphs.filter(({ text }) => text !== '{reasons}')
    await expect(
      engine.call('letters.changeTemplate', { ...key, words: { ...words, paragraphs: without } }),
    ).rejects.toThrow('UK GDPR Art 12(4)')
    const preview = await engine.call('letters.previewTemplate', { ...key, words, requestId: null })
    expect(textOfLetter(preview)).toContain('Sam Example')
    expect(textOfLetter(preview)).not.toMatch(/[{}]/)
  })

  test('searches propose activities, and their statement stands in the letters', async () => {
    const { organisationId, activityIds } = await firstActivities(FIVE[2][0])
    const { id } = await engine.call('records.create', {
      register: 'requests',
      name: 'Nothing found',
      fields: {
        organisationId,
        right: 'R-ACCESS',
        receivedOn: '2026-11-02',
        requesterName: 'Jo',
        sendTo: 'Here',
      },
    })
    await engine.call('records.create', {
      register: 'searches',
      name: 'Case system',
      fields: { requestId: id, activityId: activityIds[0], found: 'found', itemsFound: 3 },
    })
    await engine.call('records.create', {
      register: 'searches',
      name: 'Old cabinet',
      fields: { requestId: id, place: 'Old cabinet', found: 'notSearched' },
    })
    expect(await engine.call('letters.activities', { id })).toMatchObject([
      { id: activityIds[0], isChosen: false, because: 'Searched: Case system' },
    ])
    const letter = await composed(id, 'noData')
    expect(textOfLetter(letter)).toContain('Case system')
    expect(missingIn(letter).map(({ label }) => label)).toContain('Why a place was not searched')
    const first = await activityOf(activityIds[0]!)
    expect(textOfLetter(await composed(id, 'final'))).toContain(first.purposes[0]!.text.trim())
  })

  test('is saved as a document that word processors open, with all its words', async () => {
    const id = requests.get(FIVE[4][0])!
    const to = join(engine.folder, 'letter.docx')
    await engine.call('letters.write', {
      register: 'requests',
      id,
      letter: 'final',
      version: 'easierRead',
      format: 'docx',
      to,
      asAt: null,
    })
    expect((await readFile(to)).subarray(0, 2).toString()).toBe('PK')
    if (!hasUnzip) return
    const { stdout } = await run('unzip', ['-p', to, 'word/document.xml'])
    expect(stdout).toContain('Dear Sam Reader,')
    expect(stdout).toContain('Why we use it')
    expect(stdout).toContain('w:val="Heading2"')
    const { stdout: core } = await run('unzip', ['-p', to, 'docProps/core.xml'])
    expect(core).not.toContain('Sam Reader')
  })

  test('stays as it was sent, with its PDF to the byte, and a change of it shows', async () => {
    const id = requests.get(FIVE[4][0])!
    const asked = {
      id,
      letter: 'final',
      version: 'standard',
      sentAt: SENT_AT,
      sentBy: '',
      how: 'post',
      incompleteBecause: '',
      setsDays: true,
    } as const
    await expect(engine.call('letters.send', asked)).rejects.toThrow('still stands in brackets')
    await expect(
      engine.call('letters.send', { ...asked, sentAt: Instant.parse('2026-11-23T08:00:00.000Z') }),
    ).rejects.toThrow('in the future')
    const because = 'The service is looking up how long it keeps the data.'
    const { letterId } = await engine.call('letters.send', { ...asked, incompleteBecause: because })

    const request = await requestOf(id)
    const [sent] = request.sentLetters
    expect(sent).toMatchObject({ id: letterId, kind: 'final', how: 'post', incompleteBecause: because })
    expect(sealHolds(sent!)).toBe(true)
    expect(sent!.wording).toBe(textOfLetter(sent!.letter))
    expect(request).toMatchObject({ sentOn: '2026-11-22', stage: 'sent', delivery: 'post' })

    await engine.call('activities.change', {
      id: request.activityIds[0] as never,
      changes: { purposes: [] },
    })
    engine.clock.now = '2026-11-25T09:00:00.000Z'
    const to = join(engine.folder, 'as sent.pdf')
    await engine.call('letters.write', {
      register: 'requests',
      id,
      letter: 'final',
      sentId: letterId,
      to,
      asAt: null,
    })
    const bytes = await readFile(to)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sent!.pdfSha256)
    if (hasPdfTools) {
      const { stdout } = await run('pdftotext', ['-layout', to, '-'])
      expect(stdout).toContain('Sun 22 November 2026')
      expect(stdout).toContain('What we use the data for')
    }
    await expect(
      engine.call('records.change', { register: 'requests', id, changes: { sentLetters: [] } }),
    ).rejects.toThrow()

    await engine.engine.close()
    const keys = await keysOf(engine.path, PASSPHRASE)
    const { raw } = openEncrypted(join(engine.path, 'register.db'), Buffer.from(keys.key), {
      readonly: false,
    })
    raw.exec(`update records set body = replace(body, '"how":"post"', '"how":"email"') where id = '${id}'`)
    raw.close()
    const session = await openAgain(engine.path, keys, join(engine.folder, 'another home'))
    const { problems } = await session.verify(NOW)
    await session.close()
    expect(problems.join('\n')).toContain(
      '“Letters as sent” in 1 of the requests no longer say what was sealed',
    )
  })
})
