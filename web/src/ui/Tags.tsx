import './Tags.css'

type TagsProps = Readonly<{
  words: readonly string[]
  /** In a row: so many, and how many more there are. */
  shown?: number
}>

/** Words without a meaning in colour: skills, groups. */
export const Tags = ({ words, shown = words.length }: TagsProps) => {
  const rest = words.slice(shown)
  return (
    <span className="Tags" data-wraps={shown === words.length}>
      {words.slice(0, shown).map((word) => (
        <span key={word} className="Tags-word">
          {word}
        </span>
      ))}
      {rest.length > 0 ? (
        <span className="Tags-rest numbers" title={rest.join(', ')}>
          +{rest.length}
        </span>
      ) : null}
    </span>
  )
}
