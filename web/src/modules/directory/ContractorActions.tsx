import { ActionIcon, Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ContractorStatus } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { BanContractor } from '#web/modules/directory/BanContractor.tsx'
import { MoveContractor } from '#web/modules/directory/MoveContractor.tsx'
import { movesByHand } from '#web/modules/directory/movesByHand.ts'

/** What can be done with a contractor, by whoever may. */
export const ContractorActions = ({ contractor }: OfContractor) => {
  const { here } = useSession()
  const [to, setTo] = useState<ContractorStatus>()
  const [isBanning, banning] = useDisclosure()
  const { can, doNotEngage, status, id } = contractor
  const moves = movesByHand(status).filter((move) => can.moveTo.includes(move.to))
  const mayBan = can.ban && !doNotEngage
  return (
    <>
      {can.change ? (
        <Button variant="default" component={Link} to={pathIn(here.slug, `contractors/${id}/change`)}>
          Change
        </Button>
      ) : null}
      {moves.length > 0 || mayBan ? (
        <Menu>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label="More">
              <IconDots size={17} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {moves.map((move) => (
              <Menu.Item key={move.to} onClick={() => setTo(move.to)}>
                {move.label}
              </Menu.Item>
            ))}
            {mayBan ? (
              <Menu.Item color="red" onClick={banning.open}>
                Do not engage again
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <MoveContractor contractor={contractor} to={to} onClose={() => setTo(undefined)} />
      <BanContractor contractor={contractor} opened={isBanning} onClose={banning.close} />
    </>
  )
}
