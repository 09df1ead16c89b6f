import { PlainDate } from '#shared/time/plain-date.ts'

/**
 * How a legal source stands.
 *
 * - `confirmed`   its text, or a reliable account of it, was read
 * - `derived`     our reading or arithmetic from confirmed text
 * - `from memory` nothing was found for it: what rests on it shows a note to check
 */
export type SourceStanding = 'confirmed' | 'derived' | 'from memory'

/** One provision or document that the program cites, and where its text is published. */
export type LegalSource = {
  readonly id: SourceId
  readonly title: string
  /** As it is cited, for example "UK GDPR Art 30(1)(e)". */
  readonly provision: string
  readonly link: string
  /** The day the stored copies were last consulted. */
  readonly consultedOn: PlainDate
  readonly standing: SourceStanding
}

/** What limits everything that is built on these sources; shown wherever the law is explained. */
export const LIMITS_OF_THE_SOURCES = [
  'The Data Protection Act 2018 was read as consolidated to December 2021, with the changes of the Data (Use and Access) Act 2025 laid over it by hand.',
  'The UK GDPR was not available as one consolidated text: unchanged articles were read in copies of the EU wording.',
  'Nothing that the Commissioner published after June 2026 was found.',
] as const

const CONSULTED_ON = PlainDate.parse('2026-11-22')

type Row = Pick<LegalSource, 'title' | 'provision' | 'link' | 'standing'>

const SOURCES = {
  'gdpr-4-1': gdpr('Art 4(1)', 'Personal data', 'from memory'),
  'gdpr-4-7': gdpr('Art 4(7)', 'Controller, and joint controllers', 'from memory'),
  'gdpr-4-8': gdpr('Art 4(8)', 'Processor', 'from memory'),
  'gdpr-4-12': gdpr('Art 4(12)', 'Personal data breach', 'from memory'),
  'gdpr-4a': gdpr('Art 4A', 'How periods of time are counted'),
  'gdpr-5-1-a': gdpr('Art 5(1)(a)', 'Lawfulness, fairness and transparency', 'from memory'),
  'gdpr-5-1-c': gdpr('Art 5(1)(c)', 'Data minimisation', 'from memory'),
  'gdpr-5-1-d': gdpr('Art 5(1)(d)', 'Accuracy', 'from memory'),
  'gdpr-5-1-e': gdpr('Art 5(1)(e)', 'Storage limitation', 'from memory'),
  'gdpr-5-2': gdpr('Art 5(2)', 'Accountability', 'from memory'),
  'gdpr-6-1': gdpr('Art 6(1)', 'Lawful bases'),
  'gdpr-6-1-a': gdpr('Art 6(1)(a)', 'Consent'),
  'gdpr-6-1-b': gdpr('Art 6(1)(b)', 'Contract with the person'),
  'gdpr-6-1-c': gdpr('Art 6(1)(c)', 'Legal obligation'),
  'gdpr-6-1-d': gdpr('Art 6(1)(d)', 'Vital interests'),
  'gdpr-6-1-e': gdpr('Art 6(1)(e)', 'Public task: a task of the controller'),
  'gdpr-6-1-ea': gdpr('Art 6(1)(ea)', 'Recognised legitimate interests'),
  'gdpr-6-1-f': gdpr('Art 6(1)(f)', 'Legitimate interests'),
  'gdpr-6-3': gdpr('Art 6(3)', 'Basis in law for legal obligations and public tasks'),
  'gdpr-6-5': gdpr('Art 6(5)', 'Conditions of recognised legitimate interests'),
  'gdpr-6-11': gdpr('Art 6(11)', 'Examples of legitimate interests'),
  'gdpr-7': gdpr('Art 7', 'Conditions for consent'),
  'gdpr-7-1': gdpr('Art 7(1)', 'Being able to show consent', 'derived'),
  'gdpr-7-3': gdpr('Art 7(3)', 'Withdrawing consent'),
  'gdpr-8': gdpr('Art 8', 'Consent of children to online services'),
  'gdpr-8a': gdpr('Art 8A', 'Compatibility of a new purpose'),
  'gdpr-9-1': gdpr('Art 9(1)', 'Special categories of personal data'),
  'gdpr-9-2': gdpr('Art 9(2)', 'Conditions for special category data'),
  'gdpr-9-2-a': gdpr('Art 9(2)(a)', 'Explicit consent'),
  'gdpr-9-3': gdpr('Art 9(3)', 'Health or social care under a duty of secrecy'),
  'gdpr-10-1': gdpr('Art 10(1)', 'Criminal convictions and offences'),
  'gdpr-12': gdpr('Art 12', 'How people are informed and requests answered'),
  'gdpr-12-5': gdpr('Art 12(5)', 'Reasonable fee'),
  'gdpr-12-6': gdpr('Art 12(6)', 'Confirming the identity of who asks'),
  'gdpr-12a': gdpr('Art 12A', 'Time limits for answering requests'),
  'gdpr-13': gdpr('Art 13', 'What to tell people when collecting from them'),
  'gdpr-13-1-b': gdpr('Art 13(1)(b)', 'Contact details of the data protection officer'),
  'gdpr-13-1-d': gdpr('Art 13(1)(d)', 'The legitimate interests pursued', 'from memory'),
  'gdpr-13-2-e': gdpr('Art 13(2)(e)', 'Whether the data must be provided'),
  'gdpr-13-2-f': gdpr('Art 13(2)(f)', 'Telling people about automated decisions'),
  'gdpr-14': gdpr('Art 14', 'What to tell people when collecting from others'),
  'gdpr-14-2-f': gdpr('Art 14(2)(f)', 'The source of the data', 'from memory'),
  'gdpr-14-3': gdpr('Art 14(3)', 'When to tell people whose data came from others', 'from memory'),
  'gdpr-15': gdpr('Art 15', 'Right of access'),
  'gdpr-16': gdpr('Art 16', 'Right to rectification'),
  'gdpr-17': gdpr('Art 17', 'Right to erasure'),
  'gdpr-18': gdpr('Art 18', 'Right to restriction'),
  'gdpr-19': gdpr('Art 19', 'Telling recipients', 'from memory'),
  'gdpr-20': gdpr('Art 20', 'Right to data portability'),
  'gdpr-20-1': gdpr('Art 20(1)', 'What portability covers'),
  'gdpr-20-1-a': gdpr('Art 20(1)(a)', 'Portability: consent or contract'),
  'gdpr-20-1-b': gdpr('Art 20(1)(b)', 'Portability: automated means'),
  'gdpr-20-2': gdpr('Art 20(2)', 'Portability: directly to another controller'),
  'gdpr-20-3': gdpr('Art 20(3)', 'Portability: not for public tasks', 'from memory'),
  'gdpr-20-4': gdpr('Art 20(4)', 'Portability: the rights of others', 'from memory'),
  'gdpr-21': gdpr('Art 21', 'Right to object'),
  'gdpr-22a': gdpr('Art 22A', 'What a solely automated significant decision is'),
  'gdpr-22b': gdpr('Art 22B', 'Limits on solely automated significant decisions'),
  'gdpr-22c': gdpr('Art 22C', 'Safeguards for solely automated significant decisions'),
  'gdpr-22d': gdpr('Art 22D', 'Regulations on automated decisions'),
  'gdpr-24': gdpr('Art 24', 'Responsibility of the controller', 'from memory'),
  'gdpr-26': gdpr('Art 26', 'Joint controllers', 'from memory'),
  'gdpr-27': gdpr('Art 27', 'Representatives', 'from memory'),
  'gdpr-28': gdpr('Art 28', 'Processors'),
  'gdpr-28-3': gdpr('Art 28(3)', 'Contract with a processor'),
  'gdpr-28-3-a': gdpr('Art 28(3)(a)', 'Documented instructions'),
  'gdpr-28-3-g': gdpr('Art 28(3)(g)', 'Deleting or returning data at the end'),
  'gdpr-28-4': gdpr('Art 28(4)', 'The same obligations for sub-processors', 'from memory'),
  'gdpr-28-9': gdpr('Art 28(9)', 'Contracts in writing', 'from memory'),
  'gdpr-28-10': gdpr('Art 28(10)', 'A processor that decides purposes and means', 'from memory'),
  'gdpr-30-1': gdpr('Art 30(1)', 'Record of a controller'),
  'gdpr-30-1-a': gdpr('Art 30(1)(a)', 'Names and contact details'),
  'gdpr-30-1-b': gdpr('Art 30(1)(b)', 'Purposes'),
  'gdpr-30-1-c': gdpr('Art 30(1)(c)', 'Categories of people and of data'),
  'gdpr-30-1-d': gdpr('Art 30(1)(d)', 'Categories of recipients'),
  'gdpr-30-1-e': gdpr('Art 30(1)(e)', 'Transfers, and safeguards for exceptional ones'),
  'gdpr-30-1-f': gdpr('Art 30(1)(f)', 'Time limits for erasure'),
  'gdpr-30-1-g': gdpr('Art 30(1)(g)', 'General description of security'),
  'gdpr-30-2': gdpr('Art 30(2)', 'Record of a processor'),
  'gdpr-30-2-a': gdpr('Art 30(2)(a)', 'Processor and each controller'),
  'gdpr-30-2-b': gdpr('Art 30(2)(b)', 'Categories of processing for each controller'),
  'gdpr-30-2-c': gdpr('Art 30(2)(c)', 'Transfers by a processor'),
  'gdpr-30-2-d': gdpr('Art 30(2)(d)', 'General description of security by a processor'),
  'gdpr-30-3': gdpr('Art 30(3)', 'In writing, including electronic form'),
  'gdpr-30-4': gdpr('Art 30(4)', 'Available to the Commissioner on request'),
  'gdpr-32': gdpr('Art 32', 'Security of processing', 'from memory'),
  'gdpr-33': gdpr('Art 33', 'Personal data breaches: telling the Commissioner'),
  'gdpr-33-1': gdpr('Art 33(1)', 'Notifying the Commissioner of a breach'),
  'gdpr-33-5': gdpr('Art 33(5)', 'Log of personal data breaches'),
  'gdpr-34': gdpr('Art 34', 'Personal data breaches: telling people'),
  'gdpr-35': gdpr('Art 35', 'Data protection impact assessment', 'from memory'),
  'gdpr-36': gdpr('Art 36', 'Prior consultation of the Commissioner', 'from memory'),
  'gdpr-37': gdpr('Art 37', 'When a data protection officer is required', 'from memory'),
  'gdpr-39': gdpr('Art 39', 'Tasks of the data protection officer', 'from memory'),
  'gdpr-40': gdpr('Art 40', 'Codes of conduct', 'from memory'),
  'gdpr-42': gdpr('Art 42', 'Certification', 'from memory'),
  'gdpr-44a': gdpr('Art 44A', 'General principles for transfers'),
  'gdpr-45a': gdpr('Art 45A', 'Transfers approved by regulations'),
  'gdpr-46': gdpr('Art 46', 'Transfers subject to appropriate safeguards'),
  'gdpr-46-1a': gdpr('Art 46(1A)', 'The data protection test'),
  'gdpr-47': gdpr('Art 47', 'Binding corporate rules'),
  'gdpr-47a': gdpr('Art 47A', 'Safeguards set by regulations'),
  'gdpr-49': gdpr('Art 49', 'Exceptions for specific situations', 'from memory'),
  'gdpr-49-1-d': gdpr('Art 49(1)(d)', 'Important reasons of public interest'),
  'gdpr-49-3': gdpr('Art 49(3)', 'Exceptions closed to public authorities', 'from memory'),
  'gdpr-80': gdpr('Art 80', 'Bodies that act for people'),
  'gdpr-82': gdpr('Art 82', 'Compensation', 'from memory'),
  'gdpr-84b': gdpr('Art 84B', 'Research, archives and statistics'),
  'gdpr-annex-1': gdpr('Annex 1', 'Recognised legitimate interests'),
  'gdpr-annex-2': gdpr('Annex 2', 'Purposes treated as compatible'),
  'dpa-3': dpa('s.3', 'Personal data concerns living individuals'),
  'dpa-8': dpa('s.8', 'Public task: examples'),
  'dpa-10': dpa('s.10', 'Special category and criminal offence data'),
  'dpa-11': dpa('s.11', 'Health and social care secrecy; what criminal offence data includes'),
  'dpa-119a': dpa('s.119A', 'Standard data protection clauses'),
  'dpa-137': dpa('s.137', 'Charges payable to the Commissioner', 'from memory'),
  'dpa-164a': dpa('s.164A', 'Complaints to controllers'),
  'dpa-165': dpa('s.165', 'Complaints to the Commissioner'),
  'dpa-167': dpa('s.167', 'Orders of a court', 'from memory'),
  'dpa-168': dpa('s.168', 'Compensation', 'from memory'),
  'dpa-173': dpa('s.173', 'Altering or hiding data so that it need not be disclosed'),
  'dpa-180a': dpa('s.180A', 'Inspection of withheld data by a court'),
  'dpa-187': dpa('s.187', 'Bodies that act for people'),
  'dpa-208': dpa('s.208', 'Children in Scotland'),
  'dpa-205-2': dpa('s.205(2)', 'How periods of time are counted'),
  'dpa-sch1': dpa('Sch 1', 'Conditions for special category and criminal offence data'),
  'dpa-sch1-5': dpa('Sch 1 para 5', 'Policy document for Part 2 conditions'),
  'dpa-sch1-38': dpa('Sch 1 para 38', 'When the policy document rules apply'),
  'dpa-sch1-39': dpa('Sch 1 para 39', 'What the appropriate policy document explains'),
  'dpa-sch1-40': dpa('Sch 1 para 40', 'Keeping and reviewing the policy document'),
  'dpa-sch1-41': dpa('Sch 1 para 41', 'Additions to the record of processing'),
  'dpa-sch2': dpa('Sch 2', 'Exemptions'),
  'dpa-sch2-25': dpa('Sch 2 para 25', 'Exam marks asked for before the results'),
  'dpa-sch3': dpa('Sch 3', 'Exemptions: health, social work, education and child abuse data'),
  'dpa-sch3-5': dpa('Sch 3 para 5', 'Health data: opinion of a health professional before withholding'),
  'dpa-sch3-6': dpa('Sch 3 para 6', 'Health data: opinion of a health professional before disclosing'),
  'dpa-sch3-12': dpa('Sch 3 para 12', 'Social work data and the Principal Reporter'),
  'dpa-sch3-20': dpa('Sch 3 para 20', 'Education data and the Principal Reporter'),
  'dpa-sch4': dpa('Sch 4', 'Exemptions: disclosure prohibited or restricted by an enactment'),
  'dpa-sch21-5': dpa('Sch 21 para 5', 'Places treated as approved for transfers'),
  'duaa-70': duaa('s.70', 'Recognised legitimate interests; public task of the controller'),
  'duaa-78': duaa('s.78', 'Reasonable and proportionate searches'),
  'duaa-119': duaa('s.119', 'Transfer of functions to the Information Commission; not seen in force'),
  'duaa-sch4': duaa('Sch 4', 'Annex 1 to the UK GDPR'),
  'duaa-sch9': duaa('Sch 9', 'Transfers: savings and consequential changes'),
  'duaa-sch11': duaa('Sch 11', 'Further minor changes'),
  'pecr-19': pecr('19', 'Automated calls', 'from memory'),
  'pecr-21': pecr('21', 'Live calls', 'from memory'),
  'pecr-22': pecr('22', 'Electronic mail, and the soft opt-ins'),
  'si-2018-charges': paper(
    'Data Protection (Charges and Information) Regulations 2018',
    'The data protection fee and its register',
    'https://www.legislation.gov.uk/uksi/2018/480',
    'from memory',
  ),
  'si-2022-1213': paper(
    'SI 2022/1213',
    'Approval of the Republic of Korea',
    'https://www.legislation.gov.uk/uksi/2022/1213',
  ),
  'si-2023-1028': paper(
    'SI 2023/1028',
    'Approval of the UK-US data bridge',
    'https://www.legislation.gov.uk/uksi/2023/1028',
  ),
  'ico-template': paper(
    'ICO documentation template',
    'Record of processing activities for controllers and processors',
    'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/accountability-and-governance/documentation/',
    'derived',
  ),
  'reg-1182-71': paper(
    'Regulation 1182/71',
    'Rules for periods, dates and time limits',
    'https://www.legislation.gov.uk/eur/1971/1182',
    'derived',
  ),
  'banking-1971': paper(
    'Banking and Financial Dealings Act 1971',
    'Bank holidays',
    'https://www.legislation.gov.uk/ukpga/1971/80',
  ),
  'ico-access': paper(
    'ICO right of access guidance',
    'Responding to a request; 28 days as a consistent period',
    'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/individual-rights/right-of-access/',
    'derived',
  ),
  'ico-incident-trends': paper(
    'ICO data security incident trends',
    'Causes of reported breaches',
    'https://ico.org.uk/action-weve-taken/data-security-incident-trends/',
    'from memory',
  ),
  'ico-breach-report': paper(
    'ICO personal data breach report form',
    'The questions of the form, seen in part and in an older version',
    'https://ico.org.uk/for-organisations/report-a-breach/',
    'derived',
  ),
  'ico-high-risk': paper(
    'ICO high-risk list',
    'Processing likely to result in high risk',
    'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/accountability-and-governance/data-protection-impact-assessments-dpias/',
    'from memory',
  ),
  'ico-transfers': paper(
    'ICO three-step test',
    'International transfers guidance of 15 January 2026',
    'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/international-transfers/',
  ),
  'gdpr-recital-75': paper(
    'UK GDPR recital 75',
    'What makes a risk to people, children and people at risk among it',
    'https://www.legislation.gov.uk/eur/2016/679/introduction',
    'from memory',
  ),
  'gdpr-recital-85': paper(
    'UK GDPR recital 85',
    'What harm a personal data breach can do',
    'https://www.legislation.gov.uk/eur/2016/679/introduction',
    'from memory',
  ),
  'edpb-01-2021': paper(
    'EDPB Guidelines 01/2021',
    'Examples of personal data breaches; guidance of the EU, not binding in the UK',
    'https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/guidelines-012021-examples-regarding-personal-data-breach_en',
    'derived',
  ),
  'nhs-number': paper(
    'NHS number',
    'How the NHS number is made up and checked; accounts of the NHS’s own note were read',
    'https://www.datadictionary.nhs.uk/attributes/nhs_number',
    'derived',
  ),
  'hmrc-nim39110': paper(
    'HMRC NIM39110',
    'What a National Insurance number looks like',
    'https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110',
  ),
  'unique-pupil-numbers': paper(
    'Unique pupil numbers',
    'How a Unique Pupil Number is made up and checked; the Government Data Standards Catalogue of 2004 was read',
    'https://www.gov.uk/government/publications/unique-pupil-numbers',
    'derived',
  ),
  'enisa-2013': paper(
    'ENISA 2013',
    'Method for assessing how severe a personal data breach is, version 1.0',
    'https://www.enisa.europa.eu/publications/dbn-severity',
  ),
} as const satisfies Readonly<Record<string, Row>>

/** The identity of a source, as rules cite it. */
export type SourceId = keyof typeof SOURCES

/** Every source that anything in the program cites. */
export const LEGAL_SOURCES: readonly LegalSource[] = Object.entries(SOURCES).map(([id, row]) => ({
  id: id as SourceId,
  ...row,
  consultedOn: CONSULTED_ON,
}))

/** The source with an id. */
export function legalSource(id: SourceId): LegalSource {
  return { id, ...SOURCES[id], consultedOn: CONSULTED_ON }
}

function gdpr(provision: string, title: string, standing: SourceStanding = 'confirmed'): Row {
  const [kind, number = ''] = provision.split(/[ (]/)
  const part = kind === 'Annex' ? `annex/${number}` : `article/${number}`
  return {
    provision: `UK GDPR ${provision}`,
    title,
    link: `https://www.legislation.gov.uk/eur/2016/679/${part}`,
    standing,
  }
}

function dpa(provision: string, title: string, standing: SourceStanding = 'confirmed'): Row {
  return { provision: `DPA 2018 ${provision}`, title, link: act('2018/12', provision), standing }
}

function duaa(provision: string, title: string): Row {
  return { provision: `DUAA ${provision}`, title, link: act('2025/18', provision), standing: 'confirmed' }
}

function pecr(regulation: string, title: string, standing: SourceStanding = 'confirmed'): Row {
  const link = `https://www.legislation.gov.uk/uksi/2003/2426/regulation/${regulation}`
  return { provision: `PECR reg ${regulation}`, title, link, standing }
}

function act(number: string, provision: string): string {
  const [, section, schedule, paragraph] = /^(?:s\.(\w+)|Sch (\d+)(?: para (\d+))?)/.exec(provision) ?? []
  const part = section
    ? `section/${section}`
    : `schedule/${schedule}${paragraph ? `/paragraph/${paragraph}` : ''}`
  return `https://www.legislation.gov.uk/ukpga/${number}/${part}`
}

function paper(provision: string, title: string, link: string, standing: SourceStanding = 'confirmed'): Row {
  return { provision, title, link, standing }
}
