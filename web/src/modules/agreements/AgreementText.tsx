import { Fragment } from 'react'
import type { AgreementBlock, AgreementContent, AgreementRun } from '#modules/agreements/contract.ts'
import './AgreementText.css'

type AgreementTextProps = Readonly<{
  content: AgreementContent
  /** Of the headings inside, so that they follow the page's own. */
  startsAt?: 2 | 3
}>

/** The whole text of an agreement, in letters that fit a phone: the same words as on the pages of the document. */
export const AgreementText = ({ content, startsAt = 3 }: AgreementTextProps) => (
  <article className="AgreementText" aria-label={content.title}>
    {content.parties.length > 0 ? (
      <dl className="AgreementText-parties">
        {content.parties.map(({ role, name, details }) => (
          <div key={role}>
            <dt>{role}</dt>
            <dd>
              <strong>{name}</strong>
              {details.map((detail) => (
                <span key={detail}>{detail}</span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    ) : null}
    <Blocks blocks={content.blocks} startsAt={startsAt} />
  </article>
)

type BlocksProps = Readonly<{ blocks: readonly AgreementBlock[]; startsAt: 2 | 3 }>

/** The text alone, as a template is looked at before there are parties. */
export const Blocks = ({ blocks, startsAt }: BlocksProps) =>
  blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text is fixed; a block is its place.
    <Block key={index} block={block} startsAt={startsAt} />
  ))

const Block = ({ block, startsAt }: Readonly<{ block: AgreementBlock; startsAt: 2 | 3 }>) => {
  if (block.kind === 'paragraph') {
    return (
      <p>
        <Runs runs={block.text} />
      </p>
    )
  }
  if (block.kind === 'heading') {
    const Heading = block.level === 1 ? (`h${startsAt}` as const) : (`h${startsAt === 2 ? 3 : 4}` as const)
    return (
      <Heading>
        <Runs runs={block.text} />
      </Heading>
    )
  }
  const items = block.items.map((runs, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text is fixed; an item is its place.
    <li key={index}>
      <Runs runs={runs} />
    </li>
  ))
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
}

const Runs = ({ runs }: Readonly<{ runs: readonly AgreementRun[] }>) =>
  runs.map(({ text, strong }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text is fixed; a run is its place.
    <Fragment key={index}>{strong ? <strong>{text}</strong> : text}</Fragment>
  ))
