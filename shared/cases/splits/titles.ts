import type { DocumentType } from '../document.ts'

/** Titles that forms and reports about children bear, and what they are; longer ones before those they begin with. */
const TITLES: ReadonlyArray<readonly [title: RegExp, type: DocumentType]> = [
  [/^(?:multi[- ]agency )?(?:referral|request for (?:support|service)s?)(?: form| record)?\b/iu, 'form'],
  [/^(?:contact|telephone contact|home visit) record\b/iu, 'contact'],
  [/^record of (?:contact|telephone (?:call|contact)|visit|home visit)\b/iu, 'contact'],
  [
    /^(?:initial|core|single|child and family|parenting|risk|needs|carer.?s|viability|kinship|special guardianship|pre-?birth|comprehensive|early help) assessment\b/iu,
    'assessment',
  ],
  [
    /^(?:child protection|section 47|s\.? ?47|strategy|risk) (?:enquiry|investigation|assessment)\b/iu,
    'assessment',
  ],
  [/^(?:strategy|legal planning|core group|professionals|planning|network) meeting\b/iu, 'minutes'],
  [/^(?:minutes|notes) of\b/iu, 'minutes'],
  [/^(?:initial|review|reviewing) child protection (?:case )?conference\b/iu, 'minutes'],
  [/^child protection (?:case )?conference\b/iu, 'minutes'],
  [
    /^(?:LAC|looked[- ]after child(?:ren)?|children looked after|CLA|child in care|statutory) review\b/iu,
    'minutes',
  ],
  [
    /^(?:child protection|child in need|care|pathway|placement|safety|permanence|contact|education, health and care|personal education|support) plan\b/iu,
    'plan',
  ],
  [/^chronology\b/iu, 'report'],
  [/^genogram\b/iu, 'report'],
  [/^(?:case|supervision|file|running|social work) (?:note|record|recording|supervision)s?\b/iu, 'caseNote'],
  [
    /^(?:fostering|adoption|panel|independent|social work|psychology|psychological|expert|final|incident|serious incident|accident) report\b/iu,
    'report',
  ],
  [/^(?:school|education|attendance|end of year|exclusion) report\b/iu, 'education'],
  [
    /^(?:discharge summary|health assessment|medical report|paediatric report|CAMHS|clinic letter|immunisation record|growth chart)\b/iu,
    'health',
  ],
  [/^(?:initial|review) health assessment\b/iu, 'health'],
  [/^in the (?:family|high|county|crown|magistrates.?|youth) court\b/iu, 'court'],
  [/^(?:interim |final |care |court |supervision |placement )order\b/iu, 'court'],
  [/^(?:witness )?statement of\b/iu, 'court'],
  [/^(?:police|crime|MG11|merlin|public protection) (?:report|notification|statement|record)\b/iu, 'police'],
  [/^placement (?:information record|agreement|request)\b/iu, 'form'],
  [/^(?:consent|application|booking|feedback|complaint|record of complaint) form\b/iu, 'form'],
]

/** Letters a line may have to be a title. */
const LONGEST_TITLE = 70

/** What a line is the title of; null where it is none that is known. */
export function titleIn(line: string): { readonly title: string; readonly type: DocumentType } | null {
  const title = line.replace(/^[\s\d.)#*–-]+/u, '').trim()
  if (title.length === 0 || title.length > LONGEST_TITLE || /[.;,]$/u.test(title)) return null
  const found = TITLES.find(([form]) => form.test(title))
  return found ? { title, type: found[1] } : null
}
