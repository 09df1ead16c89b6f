import type { Detected } from './detected.ts'
import { isGivenName } from './given-names.ts'
import { NAME, nameIn } from './name-pattern.ts'
import { NO_GUESS, type RoleGuess, roleIn } from './role-words.ts'

type Cue = { readonly because: string; readonly find: RegExp; readonly alone: boolean }

const TITLE =
  '(?:Mr|Mrs|Ms|Miss|Mx|Master|Dr|Prof|Professor|Rev|Revd|Cllr|Councillor|SW|HV|IRO|PC|DC|DS|DI|Sgt|Nurse|Judge|HHJ|Sir|Dame|Lady|Lord)'
const RELATION =
  '(?:[Mm]um|[Mm]ummy|[Mm]other|[Dd]ad|[Dd]addy|[Ff]ather|[Ss]tep-?(?:mum|dad|mother|father)|[Nn]an|[Nn]ana|[Gg]ran(?:dad|dma|dpa|dmother|dfather|ny)?|[Aa]untie|[Aa]unty|[Aa]unt|[Uu]ncle|[Bb]rother|[Ss]ister|[Cc]ousin|[Pp]artner|[Ff]oster carers?|[Cc]arer|[Ss]ocial [Ww]orker|[Hh]ealth [Vv]isitor|[Tt]eacher|[Hh]eadteacher|[Nn]urse|[Mm]idwife|[Vv]olunteer|[Nn]eighbour)'
const FIELD =
  "(?:full |first |last |sur|fore|family |given |preferred |known as )?name(?: of [a-z ]{3,20})?|(?:child|mother|father|parent|carer|pupil|patient|client)[’']?s?[’']? name|allocated (?:social )?worker|social worker|key ?worker|health visitor|school nurse|g\\.?p\\.?|referr(?:er|ed by)|reported by|caller|author|completed by|prepared by|written by|recorded by|chair(?:ed by)?|minutes? (?:taken )?by|next of kin|carers?|foster carers?|mother|father|parents?|siblings?|contact|worker|manager|approved by|signed(?: by)?|known as|alias"

const CUES: readonly Cue[] = [
  {
    because: 'salutation',
    find: new RegExp(
      String.raw`^[ \t>]*(?:Dear|Hi|Hello|Hey|Good (?:morning|afternoon|evening)|Morning|Afternoon)[ \t]+(${NAME}(?:(?:[ ]and[ ]|[ ]?&[ ]?|[ ]?/[ ]?|, )${NAME}){0,4})(?=[ \t]*(?:[,!:–-]|$))`,
      'gmu',
    ),
    alone: true,
  },
  {
    because: 'signature',
    find: new RegExp(
      String.raw`^[ \t>]*(?:(?:Kind(?:est)?|Best|Warm(?:est)?|Many)[ ]+(?:regards|wishes|thanks)|Regards|Yours[ ]+(?:sincerely|faithfully|truly)|Sincerely|Thanks|Thank you|Best|Cheers|Love|Signed|All the best|Take care)[ \t]*[,.!:]?[ \t]*(?:\r?\n[ \t>]*){1,4}(${NAME})(?=[ \t]*(?:[,|(–-]|\r?\n|$))`,
      'gmu',
    ),
    alone: true,
  },
  {
    because: 'title',
    find: new RegExp(String.raw`(?<![\p{L}\p{N}])(${TITLE}\.?[ ]${NAME})`, 'gu'),
    alone: false,
  },
  {
    because: 'relation word',
    find: new RegExp(String.raw`(?<![\p{L}\p{N}])${RELATION}[ ]?[,:(–-]?[ ]?\(?(${NAME})`, 'gu'),
    alone: true,
  },
  {
    because: 'a field of a form',
    find: new RegExp(
      String.raw`^[ \t|]*(?:${FIELD})(?:[ \t]*[:|]|\t|[ ]{2,})[ \t|]*(?:\r?\n[ \t]*)?(${NAME})`,
      'gimu',
    ),
    alone: true,
  },
  { because: 'a given name', find: new RegExp(String.raw`(?<![\p{L}\p{N}])(${NAME})`, 'gu'), alone: false },
]

/** Words around a name in which its role is looked for: a form field or relation before it, a post after it. */
const BEFORE = 40
const AFTER = 45

/** Names that salutations, signatures, titles, relations, fields of forms and common given names tell. */
export function detectNames(text: string): Detected[] {
  return CUES.flatMap((cue) => [...text.matchAll(cue.find)].flatMap((match) => namesOf(text, cue, match)))
}

function namesOf(text: string, { because, alone }: Cue, match: RegExpExecArray): Detected[] {
  const written = match[1] ?? ''
  const offset = match.index + match[0].lastIndexOf(written)
  const found: Detected[] = []
  let from = 0
  for (const part of written.split(/\s+and\s+|\s*&\s*|\s*\/\s*|,\s+/u)) {
    const at = written.indexOf(part, from)
    from = at + part.length
    // A form is matched without regard to case; a name is not.
    if (!/^\p{Lu}/u.test(part)) continue
    const name = nameFor(because, part)
    if (name === '' || (!alone && !name.includes(' '))) continue
    const start = offset + at
    const end = start + name.length
    found.push({
      text: name,
      kind: 'name',
      because,
      start,
      end,
      ...guess(text, because, start, end),
      near: '',
    })
  }
  return found
}

function nameFor(because: string, part: string): string {
  if (because === 'title') {
    const [title = '', ...rest] = part.split(/[ \u00A0]+/u)
    const name = nameIn(rest.join(' '))
    return name === '' ? '' : `${title} ${name}`
  }
  const name = nameIn(part)
  return because === 'a given name' && !isGivenName(name.split(/[ \u00A0-]/u)[0] ?? '') ? '' : name
}

function guess(text: string, because: string, start: number, end: number): RoleGuess {
  if (because === 'title') {
    const byTitle = roleIn(text.slice(start, end).split(' ')[0] ?? '')
    if (byTitle.role !== null) return byTitle
  }
  const before = lastLine(text.slice(Math.max(0, start - BEFORE), start))
  if (because === 'relation word' || because === 'a field of a form') {
    const byCue = roleIn(before)
    if (byCue.role !== null) return byCue
  }
  const after = /^[ \t]*(?:[,(–|-]|\r?\n)[ \t]*([^\n]{2,})/u.exec(text.slice(end, end + AFTER))?.[1] ?? ''
  const isPost = because === 'signature' || /^[ \t]*[,(–|-]/u.test(text.slice(end, end + 3))
  return isPost ? roleIn(after.split(/[.;)]/u)[0] ?? '') : NO_GUESS
}

const lastLine = (text: string) => text.slice(text.lastIndexOf('\n') + 1)
