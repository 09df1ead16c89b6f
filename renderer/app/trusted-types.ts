type TrustedTypesHost = {
  trustedTypes?: { createPolicy(name: string, rules: Record<string, (text: string) => string>): unknown }
}

/**
 * Lets text without markup (a component library's style sheets) through the
 * browser's injection sinks and refuses everything else: no HTML, no script.
 */
export function guardInjectionSinks(): void {
  const { trustedTypes } = globalThis as TrustedTypesHost
  trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('Markup was handed to an injection sink.')
      return text
    },
    createScript: refuse,
    createScriptURL: refuse,
  })
}

function refuse(): never {
  throw new TypeError('A script was handed to an injection sink.')
}
