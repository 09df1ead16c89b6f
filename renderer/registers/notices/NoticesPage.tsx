import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import { PointsPart } from './PointsPart.tsx'

const SECTIONS = { instead: { contents: PointsPart } }

/** The privacy notices, each held against what the law asks for, point by point. */
export function NoticesPage(props: RoutedRegisterProps) {
  return <RegisterPage {...props} sections={SECTIONS} />
}
