import { type UseFormReturnType, useForm } from '@mantine/form'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import type { FieldError } from '#kernel/problem.ts'
import { changeOwnProfile, type OwnProfileView } from '#modules/directory/contract.ts'
import { type DataField, type MyStageView, sentenceForMissing, submitData } from '#modules/onboarding/contract.ts'
import { type PayeeView, saveMyPayee } from '#modules/payees/contract.ts'
import { useDraftName } from '#web/lib/drafts.ts'
import { formProblems } from '#web/lib/formProblems.ts'
import { asProblem, type ProblemError, problemOfFields, problemOfInput } from '#web/lib/problem.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { forget, recall, store } from '#web/lib/useRemembered.ts'
import { type PayeeValues, payeeValues, sentPayee } from '#web/modules/payees/payeeValues.ts'

export type DataValues = PayeeValues & {
  phone: string
  region: string
  city: string
  timeZone: string | null
  headline: string
  about: string
  website: string
  skills: readonly string[]
}
export type DataForm = UseFormReturnType<DataValues>

type DataStageOptions = Readonly<{
  stage: MyStageView
  profile: OwnProfileView
  payee: PayeeView | null
  onDone: () => void
}>

const Draft = z.record(z.string(), z.unknown())

/** One form over three commands: the profile, the payee, and the stage that is handed in once both are kept. */
export const useDataStage = ({ stage, profile, payee, onDone }: DataStageOptions) => {
  const draftName = useDraftName('onboarding-data')
  const [kept] = useState(() => (draftName === undefined ? undefined : recall(draftName, Draft)))
  const [isRestored, setIsRestored] = useState(kept !== undefined)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const initial = valuesOf(profile, payee)
  const form: DataForm = useForm<DataValues>({
    initialValues: { ...initial, ...kept },
    onValuesChange: (values) => {
      if (draftName !== undefined) store(draftName, values)
    },
  })
  const save = useSaving({ stage, profile, payee })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    form.clearErrors()
    setProblem(null)
    try {
      await save.run(form.getValues())
      if (draftName !== undefined) forget(draftName)
      onDone()
    } catch (thrown) {
      const refused = asProblem(thrown)
      setProblem(refused)
      form.setErrors(formProblems(refused))
    }
  }
  const discard = () => {
    setIsRestored(false)
    form.setValues(initial)
    if (draftName !== undefined) forget(draftName)
  }
  return {
    form,
    submit: (event: FormEvent) => void submit(event),
    pending: save.pending,
    problem,
    isRestored,
    discard,
  }
}

const useSaving = ({ stage, profile, payee }: Omit<DataStageOptions, 'onDone'>) => {
  const changing = useCommand(changeOwnProfile, ['directory'])
  const paying = useCommand(saveMyPayee, ['payees'])
  const submitting = useCommand(submitData, ['onboarding'])
  const run = async (values: DataValues): Promise<void> => {
    const asksPayee = stage.fields.some(isOfPayee)
    const given = z.safeDecode(changeOwnProfile.input, profileFrom(values, profile))
    const paid = z.safeDecode(saveMyPayee.input, {
      ...sentPayee(values),
      ...(payee ? { version: payee.version } : {}),
    })
    const refused = [
      ...missingIn(stage.fields, values),
      ...(given.success ? [] : problemOfInput(given.error).errors),
      ...(paid.success || !asksPayee ? [] : problemOfInput(paid.error).errors),
    ]
    if (!given.success || refused.length > 0) throw problemOfFields(refused)
    if (stage.fields.some((field) => !isOfPayee(field))) await changing.mutateAsync(given.data)
    if (paid.success && asksPayee) await paying.mutateAsync(paid.data)
    await submitting.mutateAsync({ stageId: stage.id, version: stage.version })
  }
  return { run, pending: changing.isPending || paying.isPending || submitting.isPending }
}

type PayeeField = 'legalName' | 'address'

const isOfPayee = (field: DataField): field is PayeeField => field === 'legalName' || field === 'address'

/** Everything that is empty is said at once, in the order of the page, and not one command after the other. */
const missingIn = (fields: readonly DataField[], values: DataValues): readonly FieldError[] =>
  fields.flatMap((field) => {
    if (isOfPayee(field)) return []
    const value = values[field]
    const isEmpty = value === null || value.length === 0 || (typeof value === 'string' && value.trim() === '')
    return isEmpty ? [{ pointer: `#/${field}`, detail: sentenceForMissing(field) }] : []
  })

const valuesOf = (profile: OwnProfileView, payee: PayeeView | null): DataValues => ({
  ...payeeValues(payee),
  ...(payee ? {} : { legalName: profile.displayName }),
  phone: profile.phone ?? '',
  region: profile.region ?? '',
  city: profile.city ?? '',
  timeZone: profile.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  headline: profile.headline,
  about: profile.about,
  website: profile.website ?? '',
  skills: profile.skills,
})

const profileFrom = (values: DataValues, profile: OwnProfileView): z.input<typeof changeOwnProfile.input> => ({
  displayName: profile.displayName,
  country: profile.country,
  phone: values.phone.trim() || null,
  region: values.region.trim() || null,
  city: values.city.trim() || null,
  timeZone: values.timeZone,
  headline: values.headline,
  about: values.about,
  website: values.website.trim() || null,
  skills: [...values.skills],
  version: profile.version,
})
