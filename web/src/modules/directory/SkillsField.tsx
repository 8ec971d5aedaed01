import { TagsInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { listSkills } from '#modules/directory/contract.ts'
import { useView } from '#web/lib/useView.ts'

/** Skills as words; while typing, those that are already in use are offered, so that one skill has one name. */
export const SkillsField = (inputProps: GetInputPropsReturnType) => {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 180)
  const offered = useView(listSkills, { search }, { keepPrevious: true })
  return (
    <TagsInput
      label="Skills"
      description="Press Enter after each. Skills in use are offered as you type."
      {...inputProps}
      searchValue={typed}
      onSearchChange={setTyped}
      data={offered.data?.items ?? []}
      // The server has already chosen what fits.
      filter={({ options }) => options}
      acceptValueOnBlur
    />
  )
}
