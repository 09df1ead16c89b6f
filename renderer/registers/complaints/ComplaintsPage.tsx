import type { ComponentType } from 'react'
import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { COMPLAINT_LETTERS } from '#shared/registers/complaints/letter-kinds.ts'

type LettersPart = ComponentType<{
  readonly register: 'complaints'
  readonly record: AnyRecord
  readonly kinds: typeof COMPLAINT_LETTERS
}>

/** Makes the page of complaints: the list, and each complaint with its letters. */
export function complaintsPage(Letters: LettersPart): ComponentType<RoutedRegisterProps> {
  const pages = [
    {
      page: 'letters',
      label: 'Letters',
      Page: ({ record }: { readonly record: AnyRecord }) => (
        <Letters register="complaints" record={record} kinds={COMPLAINT_LETTERS} />
      ),
    },
  ]
  return (props) => <RegisterPage {...props} pages={pages} />
}
