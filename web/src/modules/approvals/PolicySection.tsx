import { Button, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { decimalOf } from '#kernel/money.ts'
import { changePolicy, type PolicyView } from '#modules/approvals/contract.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { AmountList } from '#web/modules/approvals/AmountList.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'

type OfPolicy = Readonly<{ policy: PolicyView }>

/** Above which amounts it takes two. */
export const PolicySection = ({ policy }: OfPolicy) => (
  <Section title="Two people approve" description={sentenceFor(policy)}>
    {policy.can.change ? <PolicyForm policy={policy} /> : null}
  </Section>
)

const sentenceFor = ({ secondAbove }: PolicyView): string =>
  secondAbove.length === 0
    ? 'One approval is enough for any amount.'
    : `Above ${secondAbove.map(formatMoney).join(' or ')} to one contractor in 30 days, two different people approve; in any other currency always.`

const PolicyForm = ({ policy }: OfPolicy) => {
  const { secondAbove, version } = policy
  const form = useCommandForm(changePolicy, {
    initial: { secondAbove: secondAbove.map((value) => ({ amount: decimalOf(value), currency: value.currency })) },
    inputFrom: (values) => ({ ...values, version }),
    refreshes: ['approvals'],
    onDone: () => notifications.show({ message: 'Saved. It holds for every approval from now on.' }),
  })
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md" maw={440}>
        <AmountList
          label="Two people above"
          amounts={form.values.secondAbove}
          errorFor={(path) => form.errors[`secondAbove.${path}`]}
          onChange={(amounts) => form.setFieldValue('secondAbove', amounts)}
        />
        <ProblemNote problem={form.problem} />
        <Group>
          <Button type="submit" loading={form.pending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
