import { TextInput, type TextInputProps } from '@mantine/core'
import { isHexColour } from '#web/lib/color.ts'
import './ColourField.css'

type ColourFieldProps = Pick<TextInputProps, 'label' | 'description' | 'error' | 'maw' | 'onFocus' | 'onBlur'> &
  Readonly<{
    /** `#rrggbb`, or what was typed as long as it is none. */
    value: string
    onChange: (colour: string) => void
    suggestions: readonly Readonly<{ colour: string; name: string }>[]
  }>

/** A colour: typed, picked with what the device offers, or one of the suggested. */
export const ColourField = ({ value, onChange, suggestions, ...rest }: ColourFieldProps) => (
  <div className="ColourField">
    <TextInput
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
      leftSectionPointerEvents="all"
      leftSectionWidth={42}
      leftSection={
        <input
          type="color"
          className="ColourField-picker"
          aria-label="Pick a colour"
          value={isHexColour(value) ? value : '#000000'}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      }
    />
    <ul className="ColourField-suggestions" aria-label="Colours to start from">
      {suggestions.map(({ colour, name }) => (
        <li key={colour}>
          <button
            type="button"
            className="ColourField-suggestion"
            style={{ background: colour }}
            aria-label={name}
            aria-pressed={value.toLowerCase() === colour}
            title={name}
            onClick={() => onChange(colour)}
          />
        </li>
      ))}
    </ul>
  </div>
)
