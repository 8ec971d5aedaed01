import { IconBuildingBank, IconFileUpload, IconReceiptTax, IconSignature, IconUserCircle } from '@tabler/icons-react'
import type { StageKind } from '#modules/onboarding/contract.ts'

const icons = {
  data: IconUserCircle,
  agreement: IconSignature,
  tax_form: IconReceiptTax,
  payout_method: IconBuildingBank,
  document: IconFileUpload,
} as const satisfies Readonly<Record<StageKind, unknown>>

export const StageIcon = ({ kind }: Readonly<{ kind: StageKind }>) => {
  const Icon = icons[kind]
  return <Icon size={18} stroke={1.7} aria-hidden />
}
