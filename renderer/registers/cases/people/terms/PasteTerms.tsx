import { Button, Group, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type RedactionTerm, TermKind, type TermSaid } from '#shared/cases/redaction-term.ts'
import { countOf } from '#shared/count-words.ts'
import { ExemptionField } from '../ExemptionField.tsx'
import { parseTerms } from './parse-terms.ts'
import { patternProblem } from './pattern-problem.ts'
import { TERM_KINDS } from './term-words.ts'

const KINDS = TermKind.options.map((value) => ({ value, label: TERM_KINDS[value] }))

type PasteTermsProps = {
  readonly there: readonly RedactionTerm[]
  readonly onAdd: (terms: readonly TermSaid[]) => void
  readonly onClose: () => void
}

/** Takes many terms at once, one a line, or columns out of a spreadsheet. */
export function PasteTerms({ there, onAdd, onClose }: PasteTermsProps) {
  const [pasted, setPasted] = useState('')
  const [kind, setKind] = useState<TermKind>('words')
  const [exemption, setExemption] = useState('')
  const [reason, setReason] = useState('')
  const { terms, twice, refused } = parseTerms(pasted, { kind, exemption, reason, label: '' }, there)
  const bad = kind === 'pattern' ? terms.find(({ text }) => patternProblem(text) !== undefined) : undefined
  return (
    <Modal opened onClose={onClose} title="Paste many terms" size="lg">
      <Stack gap="md">
        <Textarea
          data-autofocus
          label="One term a line"
          description="Out of a spreadsheet: columns for the term, its reason, its label and the code of its exemption."
          placeholder={'14 Elm Grove\nElm Grove Surgery\n07700 900123'}
          minRows={8}
          maxRows={16}
          error={bad && `“${bad.text}”: ${patternProblem(bad.text)}`}
          value={pasted}
          onChange={({ currentTarget: { value } }) => setPasted(value)}
        />
        <SegmentedControl
          aria-label="What they are"
          data={KINDS}
          value={kind}
          onChange={(value) => setKind(value as TermKind)}
        />
        {kind !== 'exclude' && <ExemptionField value={exemption} disabled={false} onChange={setExemption} />}
        <TextInput
          label="Reason, where a line has none"
          maxLength={1000}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <p role="status" style={{ margin: 0 }}>
          {pasted.trim() === '' ? 'Nothing is pasted yet.' : summaryOf(terms.length, twice, refused)}
        </p>
      </Stack>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          disabled={terms.length === 0 || bad !== undefined}
          onClick={() => {
            onAdd(terms)
            onClose()
          }}
        >
          Save {countOf(terms.length, 'term')}
        </Button>
      </Group>
    </Modal>
  )
}

function summaryOf(count: number, twice: number, refused: readonly string[]): string {
  const parts = [`${countOf(count, 'term')} to save`]
  if (twice > 0) parts.push(`${countOf(twice, 'line')} there already`)
  if (refused.length > 0)
    parts.push(
      `${countOf(refused.length, 'line')} left out as too short or too long, the first “${refused[0]!.slice(0, 40)}”`,
    )
  return `${parts.join('; ')}.`
}
