import { isSettled, valueOf } from '#shared/answer.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { GapContext } from './context.ts'
import { when } from './gap.ts'
import { activityRule, decidesPurposes, listed, nameOfTerm, perData } from './parts.ts'
import { CHILDREN, FINANCIAL, OFFENCES, OPEN_ENDED, SPECIAL } from './words.ts'

/** Whether each category of data is in the class the law puts it in, and says where it comes from. @source UK GDPR Art 9(1) */
export const DATA_RULES = [
  activityRule({
    id: 'class-differs-from-term',
    title: 'Class differs from the vocabulary',
    citation: 'UK GDPR Art 9(1), Art 10(1)',
    source: 'gdpr-9-1',
    severity: 'note',
    field: 'data',
    explanation:
      'The vocabulary puts this category in another class than this activity does. One of them may be a slip; correct it, or give the reason.',
    find: (activity, context) =>
      perData(activity, context, ({ categoryId, dataClass }, name) => {
        const usual = context.term(categoryId)?.dataClass
        return (
          usual &&
          usual !== dataClass &&
          `${name} is classed ${dataClass} here and ${usual} in the vocabulary.`
        )
      }),
  }),
  activityRule({
    id: 'financial-classed-special',
    title: 'Financial data classed as special category',
    citation: 'UK GDPR Art 9(1)',
    source: 'gdpr-9-1',
    severity: 'warning',
    field: 'data',
    explanation:
      'Financial data may be sensitive, but it is not one of the nine special categories. Class it as ordinary and protect it with measures.',
    find: (activity, context) =>
      perData(activity, context, ({ categoryId, dataClass }, name) => {
        const term = context.term(categoryId)?.name ?? ''
        return (
          dataClass === 'special' &&
          FINANCIAL.test(term) &&
          !SPECIAL.test(term) &&
          `${name} is classed special, but financial data is not a special category.`
        )
      }),
  }),
  activityRule({
    id: 'offences-not-classed-criminal',
    title: 'Data on offences or DBS checks in another class',
    citation: 'UK GDPR Art 10(1); DPA 2018 s.11(2)',
    source: 'gdpr-10-1',
    severity: 'warning',
    field: 'data',
    explanation:
      'Convictions, offences and allegations of them have a class of their own and are not special category data. Results of criminal record checks belong there as far as they speak of offences.',
    find: (activity, context) =>
      perData(
        activity,
        context,
        ({ categoryId, dataClass }, name) =>
          dataClass !== 'criminal' &&
          OFFENCES.test(context.term(categoryId)?.name ?? '') &&
          `${name} is classed ${dataClass}; data on convictions and offences is criminal offence data.`,
      ),
  }),
  activityRule({
    id: 'special-classed-ordinary',
    title: 'Data that sounds like a special category classed as ordinary',
    citation: 'UK GDPR Art 9(1)',
    source: 'gdpr-9-1',
    severity: 'warning',
    field: 'data',
    explanation:
      'The name speaks of health, belief, origin or another special category. Class it as special, or give the reason why it reveals nothing of the kind.',
    find: (activity, context) =>
      perData(
        activity,
        context,
        ({ categoryId, dataClass }, name) =>
          dataClass === 'ordinary' &&
          SPECIAL.test(context.term(categoryId)?.name ?? '') &&
          `${name} is classed ordinary, but its name speaks of a special category.`,
      ),
  }),
  activityRule({
    id: 'open-ended-category',
    title: 'Open-ended category of data',
    citation: 'UK GDPR Art 5(1)(c)',
    source: 'gdpr-5-1-c',
    severity: 'warning',
    field: 'data',
    explanation:
      'Data has to be limited to what the purpose needs. A category such as “other information” cannot be checked against a purpose; name what is meant.',
    find: (activity, context) =>
      perData(
        activity,
        context,
        ({ categoryId }, name) =>
          OPEN_ENDED.test(context.term(categoryId)?.name ?? '') && `${name} leaves open which data is meant.`,
      ),
  }),
  activityRule({
    id: 'source-missing',
    title: 'No source of the data',
    citation: 'UK GDPR Art 14(2)(f)',
    source: 'gdpr-14-2-f',
    severity: 'warning',
    field: 'data',
    explanation:
      'People are told where data comes from that they did not give themselves, and the ICO’s template has a column for it. Choose the sources; “the person” is one.',
    find: (activity, context) =>
      decidesPurposes(activity)
        ? perData(
            activity,
            context,
            ({ sourceIds }, name) => sourceIds.length === 0 && `Where ${name} comes from has not been said.`,
          )
        : [],
  }),
  activityRule({
    id: 'impact-assessment-undecided-children',
    title: 'Children’s data without a decision on an impact assessment',
    citation: 'UK GDPR Art 35',
    source: 'gdpr-35',
    severity: 'warning',
    field: 'dpia',
    explanation:
      'Children are among the people. Decide whether a data protection impact assessment is needed and write down why, or why not.',
    find: (activity, context) => {
      const children = childrenAmong(activity, context)
      return when(
        decidesPurposes(activity) && !isSettled(activity.dpia) && children.length > 0,
        `Data of children (${listed(children)}) is used; whether an impact assessment is needed has not been decided.`,
      )
    },
  }),
  activityRule({
    id: 'impact-assessment-unfinished',
    title: 'Impact assessment needed but not completed',
    citation: 'UK GDPR Art 35',
    source: 'gdpr-35',
    severity: 'error',
    field: 'dpia',
    explanation:
      'An impact assessment that is needed is made before the processing starts. Complete it and give its reference.',
    find: ({ dpia }) => {
      const decided = valueOf(dpia)
      return when(
        decided?.needed === true && decided.progress !== 'completed',
        `An impact assessment is needed; its progress is “${decided?.progress}”.`,
      )
    },
  }),
  activityRule({
    id: 'impact-assessment-without-reason',
    title: 'No reason why an impact assessment is not needed',
    citation: 'UK GDPR Art 35',
    source: 'gdpr-35',
    severity: 'note',
    field: 'dpia',
    explanation: 'A decision against an impact assessment is only as good as its reason. Write it down.',
    find: ({ dpia }) => {
      const decided = valueOf(dpia)
      return when(
        decided?.needed === false && decided.reason.trim() === '',
        'No impact assessment is said to be needed, but no reason is given.',
      )
    },
  }),
] as const

function childrenAmong({ peopleIds }: Activity, context: GapContext): readonly string[] {
  return peopleIds
    .filter((id) => {
      const term = context.term(id)
      return term !== undefined && [term.name, ...term.synonyms].some((name) => CHILDREN.test(name))
    })
    .map((id) => `“${nameOfTerm(id, context)}”`)
}
