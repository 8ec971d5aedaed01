import { Button, Divider, PasswordInput, Select, Skeleton, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { setUp, viewSetUp } from '#modules/access/contract.ts'
import { PublicCard } from '#web/app/PublicCard.tsx'
import { slugFrom } from '#web/lib/slugFrom.ts'
import { timeZones } from '#web/lib/timeZones.ts'
import { tokenInAddress } from '#web/lib/tokenInAddress.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { BackToSignIn } from '#web/modules/access/SignInLinkPage.tsx'
import { useEntry } from '#web/modules/access/useEntry.ts'
import { LongSelect } from '#web/ui/LongSelect.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

/** Where the link leads that the server prints at its first start. */
export const SetUpPage = () => {
  const [token] = useState(tokenInAddress)
  const link = useView(viewSetUp, { token }, { enabled: token !== '' })
  if (token === '' || link.error) {
    return (
      <PublicCard title="Set up Muster" beneath={<BackToSignIn />}>
        {link.error ? <ProblemNote problem={link.error} /> : 'Open the whole link that the server printed.'}
      </PublicCard>
    )
  }
  return link.data ? <SetUp token={token} /> : <Skeleton className="Public-column" height={480} />
}

const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'SEK', 'DKK', 'NOK', 'PLN', 'JPY', 'INR', 'BRL']

const SetUp = ({ token }: Readonly<{ token: string }>) => {
  const enter = useEntry()
  const form = useCommandForm(setUp, {
    initial: {
      organization: {
        name: '',
        slug: '',
        currency: 'USD',
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      owner: { name: '', email: '', password: '' },
    },
    inputFrom: ({ organization, owner }) => ({ token, organization, owner }),
    refreshes: [],
    onDone: ({ slug }, { owner }) => void enter({ ...owner, next: `/${slug}` }),
  })
  const { name, slug } = form.values.organization
  const rename = (next: string) => {
    // The address follows the name until somebody writes an address of their own.
    if (slug === slugFrom(name)) form.setFieldValue('organization.slug', slugFrom(next))
    form.setFieldValue('organization.name', next)
  }
  return (
    <PublicCard title="Set up Muster" intro="Your organization, and you as its first owner.">
      <form onSubmit={form.submit} noValidate>
        <Stack gap="md">
          <TextInput
            label="Name of the organization"
            autoComplete="organization"
            {...form.getInputProps('organization.name')}
            onChange={(event) => rename(event.currentTarget.value)}
          />
          <TextInput
            label="Its address here"
            description={`${window.location.host}/${slug === '' ? '…' : slug}`}
            {...form.getInputProps('organization.slug')}
          />
          <LongSelect
            label="Time zone"
            description="Days and deadlines are counted in it."
            data={[...timeZones]}
            {...form.getInputProps('organization.timeZone')}
          />
          <Select
            label="Currency"
            description="What budgets and reports start with."
            data={currencies}
            {...form.getInputProps('organization.currency')}
          />
          <Divider label="You" labelPosition="left" />
          <TextInput label="Your name" autoComplete="name" {...form.getInputProps('owner.name')} />
          <TextInput
            label="E-mail address"
            type="email"
            autoComplete="username"
            {...form.getInputProps('owner.email')}
          />
          <PasswordInput
            label="Password"
            description="At least 15 characters; a few words do well."
            autoComplete="new-password"
            {...form.getInputProps('owner.password')}
          />
          <ProblemNote problem={form.problem} />
          <Button type="submit" loading={form.pending}>
            Create the organization
          </Button>
        </Stack>
      </form>
    </PublicCard>
  )
}
