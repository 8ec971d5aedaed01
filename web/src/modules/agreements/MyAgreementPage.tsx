import { getRouteApi } from '@tanstack/react-router'
import { downloadAgreement, viewMyAgreement } from '#modules/agreements/contract.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { MyAgreement } from '#web/modules/agreements/MyAgreement.tsx'
import { MyAgreementState } from '#web/modules/agreements/MyAgreementState.tsx'
import { DownloadButton } from '#web/ui/DownloadButton.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'

const route = getRouteApi('/$organization/portal/agreements/$agreementId')

/** One of the contractor's agreements: to read, to sign, to keep. */
export const MyAgreementPage = () => {
  const { agreementId, organization } = route.useParams()
  const { data } = useView(viewMyAgreement, { agreementId })
  return (
    <>
      <PageHeader
        back={{ to: pathIn(organization, 'portal/agreements'), label: 'Agreements' }}
        title={data?.title ?? 'Agreement'}
        state={data ? <MyAgreementState status={data.status} /> : undefined}
        actions={<DownloadButton endpoint={downloadAgreement} input={{ agreementId }} size="xs" />}
      />
      <MyAgreement key={agreementId} agreementId={agreementId} />
    </>
  )
}
