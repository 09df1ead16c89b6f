import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { TermKind } from '#shared/cases/redaction-term.ts'
import { leaveToList } from '../focus-part.ts'
import { patternProblem } from './pattern-problem.ts'
import { TERM_KINDS } from './term-words.ts'
import classes from './terms.module.css'
import type { Terms } from './useTerms.ts'

const KINDS = TermKind.options.map((value) => ({ value, label: TERM_KINDS[value] }))

/** One line for a new term; it takes exemption and reason of the one looked at, which are mostly the same. */
export function QuickTerm({ terms }: { readonly terms: Terms }) {
  const [text, setText] = useState('')
  const [kind, setKind] = useState<TermKind>('words')
  const problem = kind === 'pattern' && text.trim().length > 1 ? patternProblem(text.trim()) : undefined
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim().length < 2 || problem) return
    const { exemption = '', reason = '', label = '' } = kind === 'exclude' ? {} : (terms.term ?? {})
    if (await terms.add({ kind, text: text.trim(), exemption, reason, label })) setText('')
  }
  return (
    <form className={classes.quick} onSubmit={(event) => void onSubmit(event)}>
      <SegmentedControl
        aria-label="Kind of the new term"
        data={KINDS}
        value={kind}
        onChange={(value) => setKind(value as TermKind)}
      />
      <TextInput
        data-part="form"
        aria-label="New term"
        placeholder={PLACEHOLDERS[kind]}
        classNames={kind === 'pattern' ? { input: classes.pattern! } : {}}
        error={problem}
        maxLength={300}
        value={text}
        onKeyDown={leaveToList}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <Button type="submit" variant="default" disabled={text.trim().length < 2 || problem !== undefined}>
        Save the term
      </Button>
    </form>
  )
}

const PLACEHOLDERS: Readonly<Record<TermKind, string>> = {
  words: 'Words as they are written: 14 Elm Grove  (A)',
  pattern: 'A regular expression: Ref\\.?\\s*\\d{6}  (A)',
  exclude: 'Words that stay wherever they stand: Elm Grove School  (A)',
}
