/** What a person can do, by the kind of data that was affected, in the words of each letter. */
export type Advice = {
  readonly value: AdviceCode
  readonly label: string
  readonly hint: string
  /** For the letter in plain English and the public notice. */
  readonly plain: readonly string[]
  /** One short sentence for each idea. */
  readonly easier: readonly string[]
  readonly child: readonly string[]
}

type AdviceCode = 'contact' | 'whereabouts' | 'money' | 'identity' | 'passwords' | 'health'

/**
 * The advice letters give by kind of data. No helpline or reporting body is named: their names and numbers change,
 * and a wrong one in a letter does harm; what is known for certain is written into the letter by hand.
 */
export const ADVICE = [
  {
    value: 'contact',
    label: 'Email address or telephone number',
    hint: 'Advice about calls and messages that pretend to come from somebody else.',
    plain: [
      'Be careful with calls, emails and messages that you did not expect, above all when they ask for money, a password or a code. Do not use the links or numbers in them.',
      'If a message says that it comes from us and you are not sure, ask us before you answer it.',
    ],
    easier: [
      'Be careful with calls and messages you did not expect.',
      'Do not click on links in them.',
      'Do not give anybody your passwords or codes.',
      'Not sure if a message is from us? Ask us first.',
    ],
    child: [
      'If somebody you do not know rings you or sends you a message, do not answer. Tell an adult you trust.',
    ],
  },
  {
    value: 'whereabouts',
    label: 'Home address, placement or school',
    hint: 'Where somebody can be found; may put a family in danger.',
    plain: [
      'If you are worried that somebody may now know where you live, tell us straight away. We will talk with you about how to keep you safe.',
      'If you think that somebody is in danger now, call 999.',
    ],
    easier: [
      'Are you worried that somebody knows where you live? Tell us straight away.',
      'We will help you to plan how to stay safe.',
      'Is somebody in danger now? Call 999.',
    ],
    child: [
      'If you feel worried or unsafe, tell an adult you trust straight away.',
      'If you are in danger, call 999.',
    ],
  },
  {
    value: 'money',
    label: 'Bank account or card',
    hint: 'Account and card numbers, payments.',
    plain: [
      'Look through your bank and card statements for payments you do not recognise. If you find one, ring your bank at once on the number on your card.',
      'Your bank can tell you whether to change your card or account.',
    ],
    easier: [
      'Look at your bank statements.',
      'Is there a payment you do not know? Ring your bank.',
      'Use the phone number on your bank card.',
    ],
    child: ['If you have a bank account, ask an adult to look at it with you.'],
  },
  {
    value: 'identity',
    label: 'Passport, driving licence or other identity document',
    hint: 'A copy, or the number of the document.',
    plain: [
      'Tell whoever issued the document that its details may have been seen, and ask whether it should be replaced.',
      'Watch for letters about loans or accounts you did not ask for. A credit reference agency can show you what is held in your name.',
    ],
    easier: [
      'Tell the office that gave you the document.',
      'Ask if you need a new one.',
      'Did you get a letter about a loan you did not ask for? Tell us.',
    ],
    child: ['Ask an adult to check whether you need a new passport or card.'],
  },
  {
    value: 'passwords',
    label: 'Password or sign-in details',
    hint: 'For any account, ours or another.',
    plain: [
      'Change the password, and change it wherever else you use the same one. Use a different password for each account.',
      'Turn on two-step sign-in where it is offered.',
    ],
    easier: ['Change your password.', 'Use a different password for each account.'],
    child: ['Change your password. An adult can help you.'],
  },
  {
    value: 'health',
    label: 'Health, care or family history',
    hint: 'What is hard to have known by others, even where nothing else can be done with it.',
    plain: [
      'You can ask us exactly which information about you was affected.',
      'If this upsets you, or you worry what it means for your care, talk to us or to somebody who supports you.',
    ],
    easier: [
      'You can ask us what information it was.',
      'Are you upset or worried? Talk to us, or to somebody who supports you.',
    ],
    child: [
      'You can ask us what information it was.',
      'If it makes you sad or cross, that is all right. Talk to somebody.',
    ],
  },
] as const satisfies readonly Advice[]

/** The advice for some kinds of data in the words of one letter; what two kinds share is said once. */
export function adviceFor(codes: readonly string[], words: 'plain' | 'easier' | 'child'): readonly string[] {
  const chosen: readonly Advice[] = ADVICE.filter(({ value }) => codes.includes(value))
  return [...new Set(chosen.flatMap((advice) => advice[words]))]
}
