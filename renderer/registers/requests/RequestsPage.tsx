import type { ComponentType } from 'react'
import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { REQUEST_LETTERS } from '#shared/registers/requests/letter-kinds.ts'
import { ClockPage } from './ClockPage.tsx'
import { RibbonPart } from './RibbonPart.tsx'

type LettersPart = ComponentType<{
  readonly register: 'requests'
  readonly record: AnyRecord
  readonly kinds: typeof REQUEST_LETTERS
}>

/** Makes the page of rights requests: the list, and each request with its clock and its letters. */
export function requestsPage(Letters: LettersPart): ComponentType<RoutedRegisterProps> {
  const pages = [
    { page: 'clock', label: 'Clock', Page: ClockPage },
    {
      page: 'letters',
      label: 'Letters',
      Page: ({ record }: { readonly record: AnyRecord }) => (
        <Letters register="requests" record={record} kinds={REQUEST_LETTERS} />
      ),
    },
  ]
  const sections = { before: [RibbonPart] }
  return (props) => <RegisterPage {...props} sections={sections} pages={pages} />
}
