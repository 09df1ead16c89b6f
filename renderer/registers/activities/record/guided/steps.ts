import { isSettled } from '#shared/answer.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'

/** The six steps of the guided capture and what comes after them. */
export const STEPS = [
  { key: 'what', title: 'What and why', question: 'What is done with the data, and what allows it?' },
  { key: 'data', title: 'Who and what data', question: 'Whose data is it, and which?' },
  { key: 'sources', title: 'Where from', question: 'Where does each kind of data come from?' },
  { key: 'recipients', title: 'Who gets it', question: 'Who outside the team receives it, here or abroad?' },
  { key: 'retention', title: 'How long', question: 'How long is each kind kept, and what happens then?' },
  { key: 'safety', title: 'How safe', question: 'Where is it held, and what keeps it safe?' },
] as const
export type StepKey = (typeof STEPS)[number]['key']
export type PageKey = StepKey | 'end'

/** The page a place in the address stands for; the first step when it names none. */
export function pageOf(text: string | null): PageKey {
  if (text === 'end') return 'end'
  return STEPS.find(({ key }) => key === text)?.key ?? 'what'
}

/** The page after or before another; the ends stay where they are. */
export function pageBeside(page: PageKey, by: 1 | -1): PageKey {
  const pages: readonly PageKey[] = [...STEPS.map(({ key }) => key), 'end']
  return pages[Math.min(pages.length - 1, Math.max(0, pages.indexOf(page) + by))]!
}

/** Whether a step has been answered as far as it asks: facts, not whether they suffice in law. */
export function isStepAnswered(step: StepKey, activity: Activity): boolean {
  const { purposes, peopleIds, data, disclosures, destinations, systemIds, measureIds } = activity
  switch (step) {
    case 'what':
      return purposes.length > 0 && purposes.every(({ basis }) => isSettled(basis))
    case 'data':
      return peopleIds.length > 0 && data.length > 0
    case 'sources':
      return data.length > 0 && data.every(({ sourceIds }) => sourceIds.length > 0)
    case 'recipients':
      return disclosures.length > 0 && destinations.state !== 'toBeDetermined'
    case 'retention':
      return data.length > 0 && data.every(({ retention }) => isSettled(retention))
    case 'safety':
      return systemIds.length > 0 && measureIds.length > 0
  }
}
