import { afterAll, expect, test } from 'vitest'
import type { CaseStore } from '#engine/cases/open-cases.ts'
import { findForm, prepare } from '#shared/cases/needles/find-form.ts'
import type { FormKind } from '#shared/cases/person.ts'
import { anAccessRequest, fillCase, type MadeFile } from '#test/support/a-case.ts'
import { startTestEngine } from '#test/support/engine.ts'

/** More walks and longer ones with PEOPLE_WALKS and PEOPLE_STEPS. */
const WALKS = Number(process.env['PEOPLE_WALKS'] ?? 3)
const STEPS = Number(process.env['PEOPLE_STEPS'] ?? 30)
const SEED = Number(process.env['PEOPLE_SEED'] ?? 1)

const NAMES = [
  'Ben Okoro',
  'Amina Khan',
  'Jane Smith',
  'Smith',
  'Okoro',
  'Nana',
  'Mrs Khan',
  'ben@example.org',
]
const FILLER = [
  'came home.',
  'was at school',
  'Okoro House',
  'said nothing\nat all',
  'Smith Street 4',
  'and then',
]

const starting = startTestEngine()
afterAll(async () => (await starting)[Symbol.asyncDispose]())

/** Numbers that look random and are the same for the same seed. */
function dice(seed: number) {
  let state = seed * 2_654_435_761
  const roll = (sides: number) => {
    state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d_2b_79_f5) | 0
    const mixed = Math.imul(state ^ (state >>> 7), 61 | state) ^ state
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
  return { roll, pick: <Item>(items: readonly Item[]): Item => items[roll(items.length)]! }
}
type Dice = ReturnType<typeof dice>

const aPage = ({ roll, pick }: Dice) =>
  Array.from({ length: 3 + roll(8) }, () => (roll(2) === 0 ? pick(NAMES) : pick(FILLER))).join(
    roll(3) === 0 ? '\n' : ' ',
  )

const aFile = (random: Dice, number: number): MadeFile => ({
  path: `notes-${number}.pdf`,
  pages: Array.from({ length: 2 + random.roll(4) }, () => aPage(random)),
})

type Row = { page: number; start: number; end: number }

/** Where a mark of each person belongs, worked out from the texts alone. */
function expected({ raw }: CaseStore): string[] {
  const texts = raw.prepare<[], { page: number; text: string }>('select page, text from page_texts').all()
  const kept = raw.prepare<[], string>(`select text from terms where kind = 'exclude'`).pluck().all()
  const people = raw.prepare<[], { id: number }>(`select id from people where decision = 'withhold'`).all()
  return people
    .flatMap(({ id }) => {
      const forms = raw
        .prepare<[number], { text: string; kind: FormKind }>(
          'select text, kind from person_forms where person = ?',
        )
        .all(id)
      const exceptions = raw
        .prepare<[number], Row>(
          `select page, text_start as start, text_end as "end" from marks where person = ? and state = 'rejected'`,
        )
        .all(id)
      return texts.flatMap(({ page, text }) => {
        const prepared = prepare(text)
        const stays = kept.flatMap((word) => findForm(prepared, { text: word, kind: 'alias' }))
        const left = forms
          .flatMap((form) => findForm(prepared, form))
          .filter((hit) => !stays.some((one) => one.start <= hit.start && hit.end <= one.end))
          .toSorted((one, other) => one.start - other.start || other.end - one.end)
        const joined: { start: number; end: number }[] = []
        for (const { start, end } of left) {
          const last = joined.at(-1)
          if (last && start < last.end) last.end = Math.max(last.end, end)
          else joined.push({ start, end })
        }
        return joined
          .filter(
            (hit) =>
              !exceptions.some((one) => one.page === page && one.start <= hit.start && hit.end <= one.end),
          )
          .map(({ start, end }) => `${id}: ${page} ${start}-${end}`)
      })
    })
    .toSorted()
}

function actual({ raw }: CaseStore): string[] {
  return raw
    .prepare<[], { person: number } & Row>(
      `select person, page, text_start as start, text_end as "end" from marks where origin = 'person' and state = 'accepted'`,
    )
    .all()
    .map(({ person, page, start, end }) => `${person}: ${page} ${start}-${end}`)
    .toSorted()
}

const accepted = ({ raw }: CaseStore) =>
  Map.groupBy(
    raw
      .prepare<[], { page: number; person: number; start: number }>(
        `select page, person, text_start as start from marks where state = 'accepted' order by page, person, text_start`,
      )
      .all(),
    ({ page }) => page,
  )

test.each(Array.from({ length: WALKS }, (_, walk) => SEED + walk))(
  'after any sequence of changes the marks of people are what a fresh look says (walk %i)',
  async (seed) => {
    const { call, engine } = await starting
    const random = dice(seed)
    const { roll, pick } = random
    const request = await anAccessRequest(call)
    let files = 0
    const more = async () => fillCase(engine.session().cases, request, [aFile(random, (files += 1))])
    const store = await more()
    const people = () => store.raw.prepare<[], number>('select id from people order by id').pluck().all()
    const forms = () =>
      store.raw
        .prepare<[], number>('select id from person_forms where person is not null order by id')
        .pluck()
        .all()

    const decide = async () => {
      const person = pick(people())
      const pages = store.raw.prepare<[], number>('select id from pages order by id').pluck().all()
      const flagged = pages.filter(() => roll(2) === 0)
      if (flagged.length > 0)
        await call('cases.flag', { request, pages: flagged, flag: 'release', because: '', exemption: '' })
      store.raw.exec(`update pages set reopened = ''`)
      const before = accepted(store)
      const decision = pick(['withhold', 'withhold', 'disclose', null] as const)
      const exemption = decision === 'withhold' ? pick(['TP-16', 'CT-2', 'CA-21']) : ''
      await call('cases.decidePerson', { request, person, decision, exemption, because: 'Weighed.' })
      const after = accepted(store)
      const isFlagged = new Set(
        store.raw.prepare<[], number>('select id from pages where flag is not null').pluck().all(),
      )
      const changed = pages.filter(
        (page) => isFlagged.has(page) && JSON.stringify(before.get(page)) !== JSON.stringify(after.get(page)),
      )
      const reopened = store.raw
        .prepare<[], number>(`select id from pages where reopened <> '' order by id`)
        .pluck()
        .all()
      expect(reopened, 'only pages decided before whose marks change are reopened').toEqual(changed)
    }

    const except = async () => {
      const person = pick(people())
      const show = pick(['all', 'exceptions'] as const)
      const { hits } = await call('cases.personHits', { request, person, show, offset: 0, limit: 50 })
      if (hits.length === 0) return
      const { page, start, end, mark } = pick(hits)
      const because = mark?.state === 'rejected' ? null : 'She said so herself.'
      await call('cases.exceptHit', { request, person, page, start, end, because })
    }

    // An exclusion that is saved holds from the next look on, so the two go together here.
    const undo = async () => {
      const { says } = await call('cases.undo', { request })
      if (says?.startsWith('Looked for')) await call('cases.undo', { request })
    }
    const redo = async () => {
      const { says } = await call('cases.redo', { request })
      if (says?.startsWith('Saved the term')) await call('cases.redo', { request })
    }

    const changes: Record<string, () => Promise<unknown>> = {
      decide,
      again: decide,
      once: decide,
      except,
      exceptMore: except,
      undo,
      undoMore: undo,
      redo,
      addPerson: () => call('cases.addPerson', { request, name: pick(NAMES) }),
      addForm: () => {
        const form = { text: pick(NAMES), kind: pick(['name', 'alias'] as const) }
        return call('cases.addForm', { request, person: pick(people()), ...form })
      },
      dropForm: async () => forms().length > 1 && call('cases.dropForm', { request, form: pick(forms()) }),
      moveForm: () => call('cases.moveForm', { request, form: pick(forms()), to: pick([null, ...people()]) }),
      merge: async () =>
        people().length > 2 &&
        call('cases.mergePeople', { request, into: pick(people()), people: [pick(people())] }),
      remove: async () =>
        people().length > 3 && call('cases.removePerson', { request, person: pick(people()) }),
      describe: () =>
        call('cases.changePerson', {
          request,
          person: pick(people()),
          changes: { describedAs: pick(['a child', 'an adult']) },
        }),
      documents: async () => {
        await more()
        await call('cases.findPeople', { request })
      },
      exclude: async () => {
        const said = {
          kind: 'exclude' as const,
          text: pick(['Okoro House', 'Smith Street']),
          exemption: '',
          reason: '',
          label: '',
        }
        await call('cases.saveTerm', { request, term: null, said })
        await call('cases.applyTerms', { request, terms: null, state: 'proposed' })
      },
      include: async () => {
        const terms = await call('cases.terms', { request })
        if (terms.length > 0) await call('cases.removeTerm', { request, term: pick(terms).id })
      },
    }

    for (const name of NAMES.slice(0, 3)) await call('cases.addPerson', { request, name })
    await call('cases.findPeople', { request })
    const done: string[] = []
    for (let count = 0; count < STEPS; count += 1) {
      if (people().length === 0 || forms().length === 0)
        await call('cases.addPerson', { request, name: pick(NAMES) })
      const next = pick(Object.keys(changes))
      done.push(next)
      try {
        await changes[next]!()
      } catch (error) {
        // Some changes are refused, which must change nothing.
        if (
          !(error instanceof Error && 'code' in error && ['rule', 'not-found'].includes(String(error.code)))
        )
          throw error
      }
      expect(actual(store), done.join(', ')).toEqual(expected(store))
      expect(new Set(actual(store)).size).toBe(actual(store).length)
    }
  },
  120_000,
)
