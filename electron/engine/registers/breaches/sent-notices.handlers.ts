import { writeFile } from 'node:fs/promises'
import { isToTell, whyNoLetter } from '#shared/registers/breaches/letters/who-gets-one.ts'
import { versionFor } from '#shared/registers/breaches/letters/versions.ts'
import { wordingNotes } from '#shared/registers/breaches/letters/wording-notes.ts'
import { AppError } from '#shared/errors.ts'
import type { sentNoticeProcedures } from '#shared/registers/breaches/sent-notices.contract.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { missingIn, textOfLetter } from '#shared/registers/letters/letter-words.ts'
import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'
import { putInPlace } from '../../files/put-in-place.ts'
import { writeLetterPdf } from '../../pdf/write-letter.ts'
import { readLookups } from '../../records/lookups.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { composed, letterRoom, letterTo, peopleOf, sortedOut } from './breach-letters.ts'
import { getBreach } from './get-breach.ts'
import { recordNotices } from './record-notices.ts'
import { writeLetterFiles } from './write-letters.ts'

const PEOPLE_SHOWN = 50

export const sentNoticeHandlers: HandlersFor<typeof sentNoticeProcedures> = {
  'breaches.peopleToTell': async ({ db, lookups, today }, { id }) => {
    const breach = await getBreach(db, id)
    const room = letterRoom(breach, await lookups(), today)
    const people = await peopleOf(db, id)
    const { written, leftOut } = sortedOut(people, null)
    return {
      counts: { ...countsOf(people), letters: written.length },
      people: people.slice(0, PEOPLE_SHOWN).map(lineOf),
      leftOut: [...leftOut],
      missing: missingInAny(written.map((person) => letterTo(room, person, null))),
      notes: [...wordingNotes(breach, people)],
    }
  },

  'breaches.composeNotice': async ({ db, lookups, today }, { id, asked }) =>
    composed(db, letterRoom(await getBreach(db, id), await lookups(), today), asked),

  'breaches.writeLetters': async (ctx, { id, folder, recipients, asAt }) => {
    ctx.mayUse(folder)
    const db = await ctx.readDb(asAt)
    const today = asAt ?? ctx.today
    const { room, people } = await ctx.atRest(async () => ({
      room: letterRoom(await getBreach(db, id), await readLookups(db, today), today),
      people: await peopleOf(db, id),
    }))
    const { written, leftOut } = sortedOut(people, recipients)
    if (written.length === 0)
      throw new AppError(
        'rule',
        'There is nobody to write to: add people to tell, with an address where it is safe to write.',
      )
    const letters = written.map((person) => ({ person, letter: letterTo(room, person, null) }))
    const name = `Letters ${room.breach.reference} ${today}`
    const { path, pages } = await writeLetterFiles({ letters, folder, name, madeAt: ctx.now }, ctx.step)
    return {
      path,
      letters: letters.length,
      pages,
      leftOut: [...leftOut],
      needs: written.flatMap(({ reference, language }) =>
        language.trim() ? [{ reference, language: language.trim() }] : [],
      ),
      missing: missingInAny(letters.map(({ letter }) => letter)),
    }
  },

  'breaches.writeNotice': async (ctx, { id, asked, form, to, asAt }) => {
    ctx.mayUse(to)
    const db = await ctx.readDb(asAt)
    const today = asAt ?? ctx.today
    const letter = await ctx.atRest(async () =>
      composed(db, letterRoom(await getBreach(db, id), await readLookups(db, today), today), asked),
    )
    return putInPlace(to, ctx.step, async (path) => {
      if (form === 'pdf') await writeLetterPdf(letter, ctx.now, path)
      else await writeFile(path, `${textOfLetter(letter)}\n`, { mode: 0o600 })
    })
  },

  'breaches.recordNotices': recordNotices,
}

/** What stands in brackets in at least one letter, each named once. */
function missingInAny(letters: readonly Letter[]): string[] {
  return [...new Set(letters.flatMap((letter) => missingIn(letter).map(({ label }) => label)))]
}

function countsOf(people: readonly Recipient[]) {
  const count = (holds: (person: Recipient) => boolean) => people.filter(holds).length
  return {
    total: people.length,
    toTell: count(isToTell),
    told: count(({ state }) => state === 'told'),
    notTold: count(({ state }) => state === 'notTold'),
    notReached: count(({ state }) => state === 'notReached'),
    safetyUnknown: count((person) => isToTell(person) && person.safeToWrite === null),
  }
}

function lineOf(person: Recipient) {
  const { id, reference, name, state, toldAt } = person
  return {
    id,
    reference,
    name,
    version: versionFor(person),
    state: state ?? 'toTell',
    toldAt,
    because: isToTell(person) ? whyNoLetter(person) : null,
  }
}
