import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'

/** The page of a described register that adds nothing of its own. */
export function RecordsPage({ register, ViewBar }: RoutedRegisterProps) {
  return <RegisterPage key={register} register={register} ViewBar={ViewBar} />
}
