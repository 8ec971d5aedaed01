import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { copyText } from '#web/lib/copyText.ts'
import './CopyButton.css'

type CopyButtonProps = Readonly<{
  text: string
  /** What is copied: "Copy the set-up link". */
  label: string
}>

const shownMs = 2_000

export const CopyButton = ({ text, label }: CopyButtonProps) => {
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    if (!(await copyText(text))) return
    setIsCopied(true)
    setTimeout(() => setIsCopied(false), shownMs)
  }
  return (
    <Tooltip label={isCopied ? 'Copied' : label}>
      <ActionIcon size={26} className="CopyButton" aria-label={isCopied ? 'Copied' : label} onClick={copy}>
        {isCopied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  )
}
