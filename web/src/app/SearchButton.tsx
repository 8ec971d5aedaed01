import { Kbd, UnstyledButton } from '@mantine/core'
import { useOs } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'

export const SearchButton = ({ onClick }: Readonly<{ onClick: () => void }>) => {
  const os = useOs()
  const key = os === 'macos' || os === 'ios' ? '⌘K' : 'Ctrl K'
  return (
    <UnstyledButton className="Shell-search" onClick={onClick} aria-label="Search or jump to">
      <IconSearch size={16} stroke={1.8} aria-hidden />
      <span className="Shell-searchWords">Search or jump to…</span>
      <Kbd className="Shell-searchKey">{key}</Kbd>
    </UnstyledButton>
  )
}
