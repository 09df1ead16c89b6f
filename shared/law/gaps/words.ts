/** Words that name children or young people. */
export const CHILDREN =
  /\b(child|children|young (?:people|persons?)|pupils?|minors?|teenagers?|adolescents?|infants?|bab(?:y|ies)|toddlers?|under[- ]18s?|looked[- ]after|care leavers?|students?)\b/i

/** Words for financial data, which the law does not class as special. */
export const FINANCIAL =
  /\b(financ\w*|bank\w*|salar(?:y|ies)|income|payroll|credit (?:history|score|check)\w*|debts?|benefits?|national insurance)\b/i

/** Words for data on convictions and offences, checks that disclose them included. */
export const OFFENCES =
  /\b(DBS|CRB|PVG|AccessNI|disclosure and barring|convict\w*|criminal\w*|offen[cs]es?|cautions?|offending)\b/i

/** Words for the special categories of Article 9(1). */
export const SPECIAL =
  /\b(health|medical|medication|diagnos\w+|disabilit\w+|mental (?:health|illness)|ethnic\w*|racial|race|religio\w+|beliefs?|political opinions?|trade union\w*|genetic\w*|biometric\w*|sexual orientation|sex life)\b/i

/** Words that leave a category of data open. */
export const OPEN_ENDED =
  /\b(?:any other|other (?:\w+ )?(?:information|data|details)|miscellaneous|etc|anything|general information)\b|^others?$/i

/** Phrases that say a time is limited without limiting it. */
export const VAGUE_PERIOD =
  /\b(limited (?:period|time)|as long as (?:is )?(?:necessary|needed|required)|no longer than (?:is )?(?:necessary|needed)|reasonable (?:period|time)|reasonable business needs?|depend(?:s|ing) on the service|where appropriate|tbc|to be (?:confirmed|determined|decided))\b/i

/** Conditions that do not say when they are met. */
export const VAGUE_CONDITION =
  /^\W*(?:(?:only )?(?:if|where|when|as)?\s*(?:necessary|needed|required|appropriate|applicable|relevant|possible|sometimes|occasionally|tbc|to be (?:confirmed|determined|decided))|yes|n\/?a|conditional(?:ly)?)?\W*$/i

/** Places that do not say which country is meant. */
export const VAGUE_PLACE =
  /\b(abroad|overseas|worldwide|various|outside|non-?(?:UK|EEA|EU)|third countr(?:y|ies)|unknown|tbc)\b|^\W*$/i

/** Whether a text speaks of a contract or agreement with somebody. */
export const CONTRACT = /\b(contract\w*|commission\w*|service agreement)\b/i

/** Whether a text says that something is done for somebody else. */
export const ON_BEHALF = /\b(on behalf of|on their behalf|for (?:our|the) (?:customers?|commissioners?))\b/i

const HOME = new Set(['gb', 'uk', 'u.k.', 'united kingdom', 'great britain', 'england', 'scotland', 'wales'])

/** Whether a country is given and is not part of the United Kingdom. */
export function isAbroad(country: string): boolean {
  const name = country.trim().toLowerCase()
  return name !== '' && !HOME.has(name) && name !== 'northern ireland' && name !== 'england and wales'
}

/** Whether nothing but space was typed. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}
