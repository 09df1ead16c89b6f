import type { BulkEdit, TermListField } from './activity.bulk.ts'
import type { Activity, DataUse, Disclosure } from './activity.schema.ts'
import { TO_BE_DETERMINED } from '#shared/answer.ts'
import type { DataClass, TermId } from '#shared/registers/vocabulary/term.schema.ts'

type Parts = {
  /** A fresh id for a part that is added. */
  readonly newId: () => string
  /** The class a data category falls in unless an activity says otherwise. */
  readonly classOf: (category: TermId) => DataClass
}

/** The activity after a bulk change; the same object when the change makes no difference. */
export function applyBulkEdit(activity: Activity, edit: BulkEdit, parts: Parts): Activity {
  if (edit.action === 'set') {
    return activity[edit.field] === edit.value ? activity : { ...activity, [edit.field]: edit.value }
  }
  const ids = termIdsOf(activity, edit.field)
  switch (edit.action) {
    case 'add':
      return ids.includes(edit.value) ? activity : withTerm(activity, edit.field, edit.value, parts)
    case 'remove':
      return ids.includes(edit.value) ? withoutTerm(activity, edit.field, edit.value) : activity
    case 'replace': {
      if (!ids.includes(edit.value) || edit.value === edit.by) return activity
      if (ids.includes(edit.by)) return withoutTerm(activity, edit.field, edit.value)
      return withTermReplaced(activity, edit.field, edit.value, edit.by)
    }
  }
}

function termIdsOf(activity: Activity, field: TermListField): readonly TermId[] {
  switch (field) {
    case 'recipients':
      return activity.disclosures.map(({ recipientId }) => recipientId)
    case 'categories':
      return activity.data.map(({ categoryId }) => categoryId)
    case 'peopleIds':
    case 'systemIds':
    case 'measureIds':
      return activity[field]
  }
}

function withTerm(activity: Activity, field: TermListField, id: TermId, { newId, classOf }: Parts): Activity {
  switch (field) {
    case 'recipients':
      return { ...activity, disclosures: [...activity.disclosures, newDisclosure(newId(), id)] }
    case 'categories':
      return { ...activity, data: [...activity.data, newDataUse(newId(), id, classOf(id))] }
    case 'peopleIds':
    case 'systemIds':
    case 'measureIds':
      return { ...activity, [field]: [...activity[field], id] }
  }
}

function withoutTerm(activity: Activity, field: TermListField, id: TermId): Activity {
  switch (field) {
    case 'recipients':
      return {
        ...activity,
        disclosures: activity.disclosures.filter(({ recipientId }) => recipientId !== id),
      }
    case 'categories':
      return { ...activity, data: activity.data.filter(({ categoryId }) => categoryId !== id) }
    case 'peopleIds':
    case 'systemIds':
    case 'measureIds':
      return { ...activity, [field]: activity[field].filter((one) => one !== id) }
  }
}

function withTermReplaced(activity: Activity, field: TermListField, id: TermId, by: TermId): Activity {
  switch (field) {
    case 'recipients':
      return {
        ...activity,
        disclosures: activity.disclosures.map((part) =>
          part.recipientId === id ? { ...part, recipientId: by } : part,
        ),
      }
    case 'categories':
      return {
        ...activity,
        data: activity.data.map((part) => (part.categoryId === id ? { ...part, categoryId: by } : part)),
      }
    case 'peopleIds':
    case 'systemIds':
    case 'measureIds':
      return { ...activity, [field]: activity[field].map((one) => (one === id ? by : one)) }
  }
}

/** A disclosure of which only the recipient is known. */
export function newDisclosure(id: string, recipientId: TermId): Disclosure {
  return { id, recipientId, capacity: 'unknown', purpose: '', agreement: TO_BE_DETERMINED, onlyIf: '' }
}

/** A category of data of which only the name and class are known. */
export function newDataUse(id: string, categoryId: TermId, dataClass: DataClass): DataUse {
  return {
    id,
    categoryId,
    dataClass,
    peopleIds: [],
    sourceIds: [],
    retention: TO_BE_DETERMINED,
    onlyIf: '',
    note: '',
  }
}
