import type { startTestEngine } from './engine.ts'

type TestEngine = Awaited<ReturnType<typeof startTestEngine>>

/** The words that are sent to the people, fit for all three versions. */
export const WORDS = {
  letterWhat:
    'On Friday 20 November 2026 we sent a report to the wrong address. The report was about the care of several families.',
  letterConsequences:
    'Somebody else may have read the report. They may know things about you that you did not want to share.',
  letterMeasures:
    'We got the report back within an hour. We asked the person who opened it to delete their copy, and they did.',
  letterAdvice: 'Tell us if anything happens that worries you.',
  letterAdviceFor: ['contact', 'whereabouts'],
  letterWhatSimple: 'We sent a letter to the wrong house. Somebody we do not know opened it.',
  letterConsequencesSimple: 'That person may know something about you.',
  letterMeasuresSimple: 'We got the letter back. We now check every envelope twice.',
  letterAdviceSimple: 'You can tell us if you feel worried.',
}

type Person = { readonly name: string } & Readonly<Record<string, unknown>>

/** A breach with an organisation, the words of its letters, and people to tell; gives the ids. */
export async function breachWithPeople({ call }: TestEngine, people: readonly Person[]) {
  const { id: organisationId } = await call('organisations.create', {
    legalName: 'Northgate Fostering',
    relation: 'own',
  })
  await call('organisations.change', {
    id: organisationId,
    changes: {
      address: '1 High Street\nLeeds LS1 1AA',
      dataProtectionOfficer: {
        state: 'value',
        value: {
          role: 'Data Protection Officer',
          name: 'Ada Officer',
          email: 'dpo@northgate.example',
          telephone: '0113 000 0000',
          address: '',
        },
      },
    },
  })
  const { id } = await call('records.create', {
    register: 'breaches',
    name: 'Report sent to the wrong address',
    fields: { organisationId, ...WORDS },
  })
  const ids: string[] = []
  for (const { name, ...fields } of people) {
    const person = {
      register: 'recipients',
      name,
      fields: { breachId: id, organisationId, ...fields },
    } as const
    ids.push((await call('records.create', person)).id)
  }
  return { id, organisationId, people: ids }
}
