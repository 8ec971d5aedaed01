/** Puts text on the clipboard, also over plain http, where browsers hide the clipboard of their own. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

const copyBySelection = (text: string): boolean => {
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  // The old way is the only one left without https; browsers keep it for that.
  const copied = document.execCommand('copy')
  field.remove()
  return copied
}
