import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RecordPage, RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import { Article28Page } from './Article28Page.tsx'
import { ChainPage } from './ChainPage.tsx'

const PAGES: readonly RecordPage[] = [
  { page: 'article-28', label: 'Article 28', Page: Article28Page },
  { page: 'chain', label: 'Chain', Page: ChainPage },
]

/** Processors and recipients, each with its contract clause by clause and the chain of those who work for it. */
export function ProcessorsPage(props: RoutedRegisterProps) {
  return <RegisterPage {...props} pages={PAGES} />
}
