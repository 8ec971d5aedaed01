import { kindWords, type StageValues } from '#web/modules/onboarding/stagePlans.ts'

/** A planned stage in a line: "Details · 5 min · within 7 days · looked at by a member". */
export const planWords = (stage: StageValues): string =>
  [
    kindWords[stage.kind],
    `${stage.minutes} min`,
    stage.dueInDays === 1 ? 'within a day' : `within ${stage.dueInDays} days`,
    ...('review' in stage ? [stage.review === 'member' ? 'looked at by a member' : 'done once handed in'] : []),
    ...(stage.kind === 'payout_method' ? ['checked by a second person'] : []),
    ...(stage.kind === 'document' && stage.required === false ? ['if they like'] : []),
  ].join(' · ')
