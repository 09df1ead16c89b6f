import { REQUEST_PEOPLE_RULES } from './requests-people.ts'
import { REQUEST_TIME_RULES } from './requests-time.ts'
import { REQUEST_ANSWER_RULES } from './requests-answer.ts'

/** What the law asks of the record of a rights request. @source UK GDPR Art 12, Art 12A, Art 15, Art 19; DPA 2018 s.173, s.208 */
export const REQUEST_RULES = [...REQUEST_TIME_RULES, ...REQUEST_PEOPLE_RULES, ...REQUEST_ANSWER_RULES]
