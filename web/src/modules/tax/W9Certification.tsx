import { Checkbox, Input, Stack } from '@mantine/core'
import type { W9CommandForm } from '#web/modules/tax/w9Values.ts'
import { SignaturePad } from '#web/ui/SignaturePad.tsx'
import './W9Certification.css'

type W9CertificationProps = Readonly<{ form: W9CommandForm; signer: string }>

/** Part II of Form W-9 (Rev. March 2024): the statements stand whole above the signature, as the IRS asks of e-forms. */
export const W9Certification = ({ form, signer }: W9CertificationProps) => {
  const { secondItemStruck } = form.values
  return (
    <Stack gap="md">
      <section className="W9Certification" aria-labelledby="w9-part-2">
        <h3 id="w9-part-2">Part II: certification</h3>
        <p>Under penalties of perjury, I certify that:</p>
        <ol>
          <li>
            The number shown on this form is my correct taxpayer identification number (or I am waiting for a number
            to be issued to me); and
          </li>
          <li data-struck={secondItemStruck}>
            I am not subject to backup withholding because (a) I am exempt from backup withholding, or (b) I have not
            been notified by the Internal Revenue Service (IRS) that I am subject to backup withholding as a result of
            a failure to report all interest or dividends, or (c) the IRS has notified me that I am no longer subject
            to backup withholding; and
          </li>
          <li>I am a U.S. citizen or other U.S. person; and</li>
          <li>
            The FATCA code(s) entered on this form (if any) indicating that I am exempt from FATCA reporting is
            correct.
          </li>
        </ol>
      </section>
      <Checkbox
        label="The IRS has told me that I am subject to backup withholding: strike out item 2"
        {...form.getInputProps('secondItemStruck', { type: 'checkbox' })}
      />
      <Checkbox
        label="I certify these statements under penalties of perjury"
        {...form.getInputProps('certifies', { type: 'checkbox' })}
      />
      <SignaturePad
        suggestedName={signer}
        onChange={(signature) => form.setFieldValue('signature', signature ?? null)}
      />
      {form.errors['signature.text'] === undefined ? null : (
        <Input.Error>Draw your signature above, or choose Type.</Input.Error>
      )}
    </Stack>
  )
}
