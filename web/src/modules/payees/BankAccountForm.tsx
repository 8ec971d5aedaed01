import { Button, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { requestPayoutMethod } from '#modules/payees/contract.ts'
import { currencies } from '#web/lib/currencies.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { WhyAsk } from '#web/ui/WhyAsk.tsx'

type BankAccountFormProps = Readonly<{
  holderName: string
  country: string
  /** The act: "Save the bank account", "Change the bank account". */
  act: string
  onDone: () => void
}>

const empty = { holderName: '', routingNumber: '', accountNumber: '', accountType: 'checking', iban: '', bic: '' }
type Typed = Readonly<{ account: typeof empty & Readonly<{ kind: 'us_bank' | 'iban'; currency: string }> }>

const sent = ({ account }: Typed) => {
  const { kind, holderName, routingNumber, accountNumber, accountType, iban, bic, currency } = account
  return kind === 'us_bank'
    ? {
        kind,
        holderName,
        routingNumber,
        accountNumber,
        accountType: accountType === 'savings' ? ('savings' as const) : ('checking' as const),
      }
    : { kind, holderName, iban, bic: bic.trim() || null, currency }
}

/** Where somebody is paid. Never kept as a draft: account numbers do not lie about in a browser. */
export const BankAccountForm = ({ holderName, country, act, onDone }: BankAccountFormProps) => {
  const initial: Typed = {
    account: { ...empty, holderName, kind: country === 'US' ? 'us_bank' : 'iban', currency: 'EUR' },
  }
  const form = useCommandForm(requestPayoutMethod, {
    initial,
    inputFrom: (typed: Typed) => ({ account: sent(typed) }),
    refreshes: ['payees', 'onboarding'],
    onDone,
  })
  const isUs = form.values.account.kind === 'us_bank'
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        <SegmentedControl
          fullWidth
          aria-label="Kind of account"
          data={[
            { value: 'us_bank', label: 'Bank in the United States' },
            { value: 'iban', label: 'IBAN' },
          ]}
          value={form.values.account.kind}
          onChange={(kind) => form.setFieldValue('account.kind', kind === 'us_bank' ? 'us_bank' : 'iban')}
        />
        <TextInput
          label="Account holder"
          description="As your bank has it. It has to be you or your company."
          {...form.getInputProps('account.holderName')}
        />
        {isUs ? <UsFields inputProps={form.getInputProps} /> : <IbanFields inputProps={form.getInputProps} />}
        <WhyAsk>
          Your money goes to this account. The number is kept encrypted, only its last four digits are shown, and a
          second person checks it with you before the first payment.
        </WhyAsk>
        <ProblemNote problem={form.problem} />
        <Button type="submit" size="md" loading={form.pending}>
          {act}
        </Button>
      </Stack>
    </form>
  )
}

type FieldsProps = Readonly<{
  inputProps: ReturnType<
    typeof useCommandForm<typeof requestPayoutMethod.input, typeof requestPayoutMethod.output, Typed>
  >['getInputProps']
}>

const UsFields = ({ inputProps }: FieldsProps) => (
  <>
    <TextInput
      label="Routing number"
      description="Nine digits; bottom left on a check, or in your bank's app."
      inputMode="numeric"
      autoComplete="off"
      {...inputProps('account.routingNumber')}
    />
    <TextInput
      label="Account number"
      inputMode="numeric"
      autoComplete="off"
      {...inputProps('account.accountNumber')}
    />
    <Select
      label="Kind of account"
      allowDeselect={false}
      data={[
        { value: 'checking', label: 'Checking' },
        { value: 'savings', label: 'Savings' },
      ]}
      {...inputProps('account.accountType')}
    />
  </>
)

const IbanFields = ({ inputProps }: FieldsProps) => (
  <>
    <TextInput label="IBAN" autoComplete="off" autoCapitalize="characters" {...inputProps('account.iban')} />
    <TextInput
      label="BIC"
      description="If your bank is outside the SEPA area."
      autoComplete="off"
      autoCapitalize="characters"
      {...inputProps('account.bic')}
    />
    <Select
      label="Currency of the account"
      allowDeselect={false}
      searchable
      data={currencies}
      {...inputProps('account.currency')}
    />
  </>
)
