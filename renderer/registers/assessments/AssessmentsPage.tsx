import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RecordPart, RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import { ApprovalPart } from './ApprovalPart.tsx'
import { NeededPanel } from './NeededPanel.tsx'
import { QuestionsPart } from './QuestionsPart.tsx'
import { ScreeningPart } from './ScreeningPart.tsx'

const BEFORE: readonly RecordPart[] = [ApprovalPart, ScreeningPart]
const INSTEAD = { answers: QuestionsPart }

/** The assessments: what is needed above the list, and each with its questions, its screening and its approval. */
export function AssessmentsPage(props: RoutedRegisterProps) {
  return (
    <RegisterPage
      {...props}
      views={<NeededPanel />}
      emptyExtra={<NeededPanel />}
      sections={{ before: BEFORE, instead: INSTEAD }}
    />
  )
}
