import { useSession } from '#web/app/session.ts'
import { HowItGoes } from '#web/modules/home/HowItGoes.tsx'
import { ThisWeek } from '#web/modules/home/ThisWeek.tsx'
import { WaitsForYou } from '#web/modules/home/WaitsForYou.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import './HomePage.css'

/** What waits for you, what comes this week, how it goes. Every number opens its rows. */
export const HomePage = () => {
  const { person, here } = useSession()
  return (
    <>
      <PageHeader title={`Hello, ${person.name}`} subtitle={here.name} />
      <HowItGoes />
      <div className="HomePage-columns">
        <WaitsForYou />
        <ThisWeek />
      </div>
    </>
  )
}
