import { choice, day, line, links, passage } from '#shared/described/field.ts'
import type { CodeListEntry } from '#shared/law/code-list.ts'
import { CHANNELS, REQUESTER_KINDS } from '#shared/law/request-people.ts'

/** How far a complaint is. */
export const COMPLAINT_STAGES = [
  { value: 'received', label: 'Received' },
  { value: 'enquiring', label: 'Making enquiries' },
  { value: 'deciding', label: 'Deciding' },
  { value: 'told', label: 'Outcome told' },
  { value: 'commissioner', label: 'With the Commissioner' },
] as const

const offered = (list: readonly CodeListEntry[]) =>
  list.map(({ code, label, note }) => ({ value: code, label, ...(note && { hint: note }) }))

/** Who complains of what, and which procedure it belongs to. */
export const INTAKE_FIELDS = {
  kind: choice(
    'It is',
    [
      { value: 'dataProtection', label: 'A data protection complaint' },
      {
        value: 'service',
        label: 'A complaint about the service',
        hint: 'Handled by its own procedure; kept here only so that it is not lost.',
      },
      {
        value: 'both',
        label: 'Both: two procedures, linked',
        hint: 'The data protection part keeps its own 30 days.',
      },
      {
        value: 'query',
        label: 'A concern or question, no complaint',
        hint: 'Answer it. It becomes a complaint when the person thinks the law was infringed.',
      },
    ],
    {
      hint: 'The person need not call it a complaint: that they think data protection law was infringed over their data is enough.',
      citation: 'DPA 2018 s.164A',
    },
  ),
  stage: choice('How far', COMPLAINT_STAGES),
  receivedOn: day('Received on', {
    hint: 'The 30 days are counted from the day after. Looking into it starts now.',
    citation: 'DPA 2018 s.164A',
  }),
  channel: choice('How it came', offered(CHANNELS), {
    hint: 'Complaining is to be easy: for example an electronic form, and another way.',
  }),
  wording: passage('What is complained of, in their words'),
  complainantKind: choice('Who complains', offered(REQUESTER_KINDS), {
    hint: 'A non-profit body may complain for the person, with authority.',
    citation: 'DPA 2018 s.187; UK GDPR Art 80',
  }),
  complainantName: line('Name of who complains', { hint: 'Letters are addressed to them.' }),
  personName: line('Whose data it is', { hint: 'Leave empty when the person complains for themselves.' }),
  relation: line('Relation to the service', { hint: 'For example parent, foster carer, former employee.' }),
  authorityHow: passage('Authority to act, and how it was seen'),
  sendTo: passage('Where letters go'),
  activityIds: links('Activities concerned', 'activities'),
  requestIds: links('About which request', 'requests'),
  breachIds: links('About which breach', 'breaches'),
  otherProcedure: choice(
    'Other procedure it also belongs to',
    [
      {
        value: 'representations',
        label: 'Representations about a child (Children Act 1989 s.26)',
        hint: 'The local authority’s procedure for social care complaints.',
      },
      {
        value: 'leavingCare',
        label: 'Representations about leaving care (Children Act 1989 s.24D)',
      },
      { value: 'service', label: 'The service’s own complaints procedure' },
      { value: 'grievance', label: 'A grievance at work' },
      { value: 'none', label: 'None' },
    ],
    {
      hint: 'Kept separate and linked: it has people, stages and dates of its own.',
      citation: 'DPA 2018 Sch 2 para 10',
    },
  ),
  otherReference: line('Its reference there'),
}
