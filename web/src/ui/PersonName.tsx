import type { ReactNode } from 'react'
import './PersonName.css'

type PersonNameProps = Readonly<{
  name: string
  /** A second line, such as the e-mail address. */
  detail?: ReactNode
  size?: 'sm' | 'md'
}>

/** A person or business: initials on a quiet ground that stays the same for the same name, and the name. */
export const PersonName = ({ name, detail, size = 'md' }: PersonNameProps) => (
  <span className="PersonName" data-size={size}>
    <Initials name={name} size={size} />
    <span className="PersonName-text">
      <span className="PersonName-name">{name}</span>
      {detail === undefined ? null : <span className="PersonName-detail">{detail}</span>}
    </span>
  </span>
)

export const Initials = ({ name, size = 'md' }: Readonly<{ name: string; size?: 'sm' | 'md' | 'lg' }>) => (
  <span className="Initials" data-size={size} data-hue={hueOf(name)} aria-hidden>
    {initialsOf(name)}
  </span>
)

const hueCount = 6

const hueOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % hueCount

/** First letters of the first and last word, in whatever script: "Priya Raman" is PR, "山田太郎" is 山. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const letterOf = (word: string | undefined) => [...(word ?? '')].find((letter) => /\p{L}|\p{N}/u.test(letter)) ?? ''
  const last = words.length > 1 ? letterOf(words.at(-1)) : ''
  return (letterOf(words[0]) + last).toLocaleUpperCase()
}
