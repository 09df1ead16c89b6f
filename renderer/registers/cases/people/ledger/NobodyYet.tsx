import { Button } from '@mantine/core'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { CaseWork } from '../useCaseWork.ts'

type NobodyYetProps = {
  readonly work: CaseWork
  readonly onFind: () => void
  readonly onAdd: () => void
}

/** What stands there before people were looked for. */
export function NobodyYet({ work, onFind, onAdd }: NobodyYetProps) {
  return (
    <EmptyState
      title="Nobody is on the list yet"
      example={
        <>
          <p>
            For example <strong>Jane Smith · Person B · relative · 412 times in 96 documents</strong>, with
            “J. Smith”, “Auntie Jane” and a telephone number as her forms.
          </p>
          <p>
            <kbd>W</kbd> removes her in all 412 places at once, with the label “Person B, a family member”;{' '}
            <kbd>D</kbd> lets her stay; <kbd>J</kbd> goes on to the next person.
          </p>
        </>
      }
      actions={
        work.canEdit && (
          <>
            <Button disabled={work.doing !== null} onClick={onFind}>
              Find people
            </Button>
            <Button variant="default" onClick={onAdd}>
              Add a person <kbd style={{ marginLeft: 6 }}>A</kbd>
            </Button>
          </>
        )
      }
    >
      Every page is read for names, in the heads of mails, salutations, signatures and lists, and for numbers
      that prove themselves: NHS numbers, National Insurance numbers, telephones, postcodes. What is found is
      a proposal: merge, part, rename and add as you know better.
    </EmptyState>
  )
}
