import { describeRegister } from '#shared/described/register.ts'
import { complaintDeadlines } from './complaint.deadlines.ts'
import { COMPLAINT_FIELDS } from './complaint.fields.ts'

/**
 * Complaints of people about how their data was used.
 *
 * @source DPA 2018 s.164A, s.165, s.187; UK GDPR Art 80
 */
export const complaints = describeRegister({
  register: 'complaints',
  label: 'Complaints',
  one: 'complaint',
  about:
    'Since 19 June 2026 people may complain to the organisation itself when they think data protection law was infringed over their data. Each is acknowledged within 30 days, looked into at once, and its outcome told with the way to the Commissioner. Complaints about the service are another procedure: kept apart, and linked.',
  example: {
    name: 'Complaint about a late access request, foster carer',
    says: 'A foster carer writes that a copy of her file came six weeks late and without an explanation. Link the request, acknowledge within 30 days, note what was asked and found, tell her the outcome with reasons and how to complain to the Commissioner.',
  },
  series: 'CP',
  nameLabel: 'Complaint',
  nameHint:
    'A title without the person’s name is safer in lists, for example “Complaint about a late access request, carer, 9 Nov”.',
  fields: COMPLAINT_FIELDS,
  sections: [
    {
      title: 'What it is',
      hint: 'Data protection, the service, or both',
      fields: ['kind', 'receivedOn', 'channel', 'wording', 'stage', 'otherProcedure', 'otherReference'],
    },
    {
      title: 'Who complains',
      fields: ['complainantKind', 'complainantName', 'personName', 'relation', 'authorityHow', 'sendTo'],
    },
    { title: 'What it is about', fields: ['activityIds', 'requestIds', 'breachIds'] },
    {
      title: 'Acknowledgement and enquiries',
      fields: ['acknowledgedOn', 'acknowledgedHow', 'handledBy', 'enquiries', 'updates', 'nextUpdateOn'],
    },
    { title: 'Outcome', fields: ['outcome', 'reasons', 'remedy', 'toldOn', 'commissionerTold'] },
    {
      title: 'The Commissioner',
      fields: ['escalatedOn', 'commissionerReference', 'correspondence'],
    },
    { title: 'Letters and end', fields: ['letters', 'closedOn'] },
  ],
  list: ['kind', 'stage', 'receivedOn', 'acknowledgedOn', 'outcome', 'toldOn'],
  facets: ['kind', 'stage', 'channel', 'complainantKind', 'otherProcedure', 'outcome', 'commissionerTold'],
  category: 'kind',
  status: 'stage',
  day: 'receivedOn',
  isClosed: ({ closedOn }) => closedOn !== null,
  deadlines: complaintDeadlines,
})
