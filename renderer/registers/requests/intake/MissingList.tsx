import type { RequestDraft } from '#shared/registers/requests/intake/draft.ts'
import { isOwn } from '#shared/registers/requests/intake/draft.ts'
import { Section } from '#renderer/ui/record/Section.tsx'
import classes from './intake.module.css'
import type { Reading } from './useIntake.ts'

type MissingListProps = { readonly missing: Reading['missing']; readonly draft: RequestDraft }

/** What the message does not say, and whether asking for it stops the time; what was filled in meanwhile is gone. */
export function MissingList({ missing, draft }: MissingListProps) {
  const open = missing.filter(({ key }) => !isKnown(key, draft))
  if (open.length === 0) return null
  return (
    <Section title="What is missing" hint="None of it is a reason not to take the request in">
      <ul className={classes.missing}>
        {open.map(({ key, what, effect, citation }) => (
          <li key={key}>
            <strong>{what}.</strong> {effect} <span className={classes.quiet}>{citation}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function isKnown(key: string, draft: RequestDraft): boolean {
  if (key === 'authority' || key === 'personName') return isOwn(draft.requesterKind) || hasValue(key, draft)
  if (key === 'scope') return draft.right !== 'R-ACCESS' || [draft.scope, draft.scopeFrom].some(Boolean)
  return hasValue(key, draft)
}

function hasValue(key: string, draft: RequestDraft): boolean {
  const value = (draft as Readonly<Record<string, unknown>>)[key]
  return value !== undefined && value !== null && value !== ''
}
