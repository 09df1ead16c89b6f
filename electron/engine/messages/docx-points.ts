import { AlignmentType, LevelFormat } from 'docx'

/** What the lines of a list in a Word document refer to. */
export const POINTS = 'points'

/** The bullets of our Word documents; spaces in twentieths of a point, as the format counts them. */
export const NUMBERING = {
  config: [
    {
      reference: POINTS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 360, hanging: 360 } } },
        },
      ],
    },
  ],
}
