import { IconBuilding, IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { me } from '#modules/access/contract.ts'
import { PublicCard } from '#web/app/PublicCard.tsx'
import { useView } from '#web/lib/useView.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Initials } from '#web/ui/PersonName.tsx'
import './OrganizationsPage.css'

/** For whoever belongs to several organizations, or to none any more. */
export const OrganizationsPage = () => {
  const { data } = useView(me, {})
  if (!data) return null
  if (data.organizations.length === 0) {
    return (
      <PublicCard title="No organization">
        <EmptyState icon={IconBuilding} title="You belong to no organization here">
          Ask whoever invited you for a new invitation.
        </EmptyState>
      </PublicCard>
    )
  }
  return (
    <PublicCard title="Your organizations" intro="Where do you want to go?">
      <ul className="Organizations">
        {data.organizations.map(({ slug, name, contractorId }) => (
          <li key={slug}>
            <Link to="/$organization" params={{ organization: slug }} className="Organizations-link">
              <Initials name={name} />
              <span className="Organizations-words">
                <strong>{name}</strong>
                <span>{contractorId === null ? 'You are a member' : 'You work for them'}</span>
              </span>
              <IconChevronRight size={18} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </PublicCard>
  )
}
