import type { LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import { textOfPieces } from '#shared/registers/letters/letter-words.ts'
import { complainToRegulator, goToCourt } from '#shared/registers/requests/letter-complaints.ts'
import { formatDay, ukDayOf } from '#shared/time/plain-date.ts'
import type { PortabilityAbout } from './about.ts'
import { type Guide, type GuideBlock, heading, point, text } from './guide-blocks.ts'
import { guideToLeftOut } from './guide-left-out.ts'
import { guideToColumns, guideToFiles } from './guide-tables.ts'

/**
 * The guide to an export, for the person who asked: why they have it, what is in it and what is not, how to open and
 * check it, and what they may do next.
 *
 * @source UK GDPR Art 15, Art 20, Art 20(1), Art 20(2); DPA 2018 ss.164A, 165, 167
 */
export function guideOf(about: PortabilityAbout, world: LetterWorld, isForOther: boolean): Guide {
  const { controller, request, madeAt } = about
  return {
    title: 'Your data, to take with you',
    subtitle: `From ${controller.name}, ${formatDay(ukDayOf(madeAt))}`,
    footer: `${controller.name}, ${request.reference}`,
    blocks: [
      ...why(about, isForOther),
      ...guideToFiles(about),
      ...about.tables.flatMap(guideToColumns),
      ...guideToLeftOut(about, isForOther),
      ...checking(about),
      ...passingOn(about),
      ...whatNext(about, world),
    ],
  }
}

function why({ controller, request }: PortabilityAbout, isForOther: boolean): readonly GuideBlock[] {
  const whose = isForOther ? 'the data of the person you act for' : 'your data'
  return [
    heading('Why you have this'),
    text(
      `You asked ${controller.name} for ${whose} in a form that can be kept and passed on (our reference ${request.reference}). This is that data. The law calls it data portability: Article 20 of the UK GDPR, the data protection law of the United Kingdom. The articles named below are of that law.`,
    ),
    text(
      'Data portability covers what you gave us yourself and what was recorded while you used our services, where we hold it because you agreed to it or because of a contract with you, and by computer. Other data is not in here. What was left out is listed below, with the reason.',
    ),
  ]
}

function checking({ controller }: PortabilityAbout): readonly GuideBlock[] {
  return [
    heading('How to check that nothing was changed'),
    text(
      `In the archive, beside the folder “data”, lies verify.html. Open it with a web browser and choose the archive there. Nothing leaves your computer, and no internet is needed. The page says whether every file is still as it was made, and shows a fingerprint of all of them: 64 letters and digits. Ask ${controller.name} for the fingerprint it recorded and compare the two.`,
    ),
    text('Keep these files where only you can open them, and a passphrase apart from them.'),
  ]
}

function passingOn({ receiver }: PortabilityAbout): readonly GuideBlock[] {
  const more = receiver
    ? `As you asked, it is meant for ${receiver.name} as well; the file transfer-note.pdf is written to them.`
    : 'You can also ask us to send it to another organisation directly, where that is technically feasible.'
  return [
    heading('If you want to pass it on'),
    text(`You may give these files to another organisation. ${more} (Art 20(1), Art 20(2))`),
  ]
}

function whatNext({ controller }: PortabilityAbout, world: LetterWorld): readonly GuideBlock[] {
  return [
    heading('If something is wrong or missing'),
    text('Please tell us. You have the right to:'),
    point(
      `complain to us${controller.contact === '' ? '' : `: ${controller.contact}`}. We will acknowledge your complaint within 30 days, look into it, and tell you the outcome;`,
    ),
    ...[...complainToRegulator(world, 'standard'), ...goToCourt('standard')].map(({ pieces }) =>
      point(textOfPieces(pieces)),
    ),
    heading('How to reach us'),
    text([controller.name, controller.address, controller.contact].filter((part) => part !== '').join('\n')),
  ]
}
