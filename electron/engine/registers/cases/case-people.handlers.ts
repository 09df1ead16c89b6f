import { decisionWarnings, suggestionFor } from '#shared/cases/people/presumptions.ts'
import { labelWarnings } from '#shared/cases/people/labels.ts'
import type { casePeopleProcedures } from '#shared/registers/cases/case-people.contract.ts'
import { changePerson } from '../../cases/people/change-person.ts'
import { decidePerson } from '../../cases/people/decide-person.ts'
import { exceptHit } from '../../cases/people/except-hit.ts'
import { findPeople } from '../../cases/people/find-people.ts'
import { addForm, dropForm, moveForm } from '../../cases/people/forms.ts'
import { listPeople } from '../../cases/people/list-people.ts'
import { mergePeople } from '../../cases/people/merge-people.ts'
import { addPerson } from '../../cases/people/new-person.ts'
import { openNames } from '../../cases/people/open-names.ts'
import { personAt } from '../../cases/people/person-at.ts'
import { personHits } from '../../cases/people/person-hits.ts'
import { getPerson } from '../../cases/people/person-rows.ts'
import { removePerson } from '../../cases/people/remove-person.ts'
import type { HandlersFor, WriteContext } from '../../rpc/context.ts'
import { getRequest } from './requests.query.ts'

export const casePeopleHandlers: HandlersFor<typeof casePeopleProcedures> = {
  'cases.people': async ({ cases }, { request, ...asked }) => listPeople(await cases.get(request), asked),

  'cases.person': async ({ cases }, { request, person: id }) => {
    const store = await cases.get(request)
    const person = getPerson(store, id)
    const warnings = [...openNames(store, person), ...labelWarnings(person), ...decisionWarnings(person)]
    return { person, warnings, suggestion: suggestionFor(person) }
  },

  'cases.findPeople': async (ctx, { request }) => {
    const { requesterName, personName } = await getRequest(await ctx.readDb(null), request)
    return findPeople(await ctx.cases.get(request), [requesterName, personName], who(ctx), ctx.step)
  },

  'cases.addPerson': async (ctx, { request, name }) => ({
    person: addPerson(await ctx.cases.get(request), name, who(ctx)),
  }),

  'cases.changePerson': async (ctx, { request, person, changes }) => {
    changePerson(await ctx.cases.get(request), person, changes, who(ctx))
    return {}
  },

  'cases.decidePerson': async (ctx, { request, person, ...asked }) => {
    const { isScheduleThreeBody } = await getRequest(await ctx.readDb(null), request)
    const known = { today: ctx.today, isScheduleThreeBody }
    return decidePerson(await ctx.cases.get(request), person, asked, known, who(ctx), ctx.step)
  },

  'cases.addForm': async (ctx, { request, person, ...form }) =>
    addForm(await ctx.cases.get(request), person, form, who(ctx), ctx.step),

  'cases.dropForm': async (ctx, { request, form }) => {
    await dropForm(await ctx.cases.get(request), form, who(ctx), ctx.step)
    return {}
  },

  'cases.mergePeople': async (ctx, { request, into, people }) => ({
    reopened: await mergePeople(await ctx.cases.get(request), into, people, who(ctx), ctx.step),
  }),

  'cases.moveForm': async (ctx, { request, form, to }) => ({
    person: await moveForm(await ctx.cases.get(request), form, to, who(ctx), ctx.step),
  }),

  'cases.removePerson': async (ctx, { request, person }) => {
    await removePerson(await ctx.cases.get(request), person, who(ctx))
    return {}
  },

  'cases.personHits': async ({ cases }, { request, ...asked }) => personHits(await cases.get(request), asked),

  'cases.exceptHit': async (ctx, { request, person, because, ...hit }) => {
    exceptHit(await ctx.cases.get(request), person, hit, because, who(ctx))
    return {}
  },

  'cases.personAt': async ({ cases }, { request, page, at }) => personAt(await cases.get(request), page, at),
}

const who = ({ now, actor }: Pick<WriteContext, 'now' | 'actor'>) => ({ at: now, by: actor })
