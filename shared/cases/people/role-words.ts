import type { PersonCapacity, PersonRole } from '../person.ts'

/** Who somebody may be, guessed from words beside the name: a person decides. */
export type RoleGuess = { readonly role: PersonRole | null; readonly capacity: PersonCapacity | null }

export const NO_GUESS: RoleGuess = { role: null, capacity: null }

const GUESSES: readonly (readonly [RegExp, PersonRole, PersonCapacity | null])[] = [
  [/\b(?:volunteer|mentor|befriender)/iu, 'volunteer', null],
  [/\b(?:referr(?:er|ed by)|reported by|caller|informant|complainant|anonymous)\b/iu, 'referrer', null],
  [
    /\b(?:foster|kinship|connected)[ -]carers?\b|\bcarers?\b|\bguardian\b|\bsgo\b|\badopters?\b/iu,
    'carer',
    null,
  ],
  [
    /\bsocial work(?:er)?s?\b|\bsw\b|\biro\b|\breviewing officer\b|\bcafcass\b|\bfamily support\b/iu,
    'socialWorker',
    'official',
  ],
  [
    /\b(?:health visitor|hv|g\.?p\.?|doctor|dr|nurse|midwife|p(?:a)?ediatrician|psychiatrist|psychologist|camhs|(?:psycho|speech|occupational|physio)\w* ?therapist|therapist|dentist|consultant|matron)\b/iu,
    'health',
    'official',
  ],
  [
    /\b(?:teacher|head ?teacher|head of year|senco|tutor|lecturer|teaching assistant|dsl|school|nursery nurse|virtual school|educational psychologist)\b/iu,
    'education',
    'official',
  ],
  [
    /\b(?:pc|dc|ds|di|sgt|sergeant|constable|inspector|police|probation|solicitor|barrister|judge|hhj|councillor|cllr|manager|officer|director|advocate|practitioner|worker|chair|minute taker|clerk|professor|prof|rev|revd|reverend)\b/iu,
    'professional',
    'official',
  ],
  [
    /\b(?:sibling|brother|sister|half[- ]|step[- ]?(?:brother|sister|son|daughter)|twin|other child|child)/iu,
    'child',
    'private',
  ],
  [
    /\b(?:mum|mummy|mother|mam|dad|daddy|father|parents?|step[- ]?(?:mother|father|mum|dad)|nan|nana|nanny|gran\w*|aunt\w*|uncle|cousin|niece|nephew|partner|husband|wife|boyfriend|girlfriend|next of kin|mgm|mgf|pgm|pgf|relative|family member)\b/iu,
    'relative',
    'private',
  ],
]

/** The role that words beside a name point to; none where they point to nobody. */
export function roleIn(words: string): RoleGuess {
  const found = GUESSES.find(([pattern]) => pattern.test(words))
  return found ? { role: found[1], capacity: found[2] } : NO_GUESS
}
