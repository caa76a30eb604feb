/** A telephone number to read and to call. The gaps are drawn, not written: what is copied is the number itself. */
export function Phone({ number }: { number: string }) {
  return (
    <a data-part="link" href={`tel:${number}`} dir="ltr">
      {phoneGroups(number).map((group, index) => (
        <span data-part="digits" key={index}>
          {group}
        </span>
      ))}
    </a>
  )
}

// ITU-T E.164: country codes of one and of two digits; all others have three
const shortCodes = /^\+(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/** The country code, then groups of two to four digits: area codes are of any length, so they are not guessed. */
export function phoneGroups(number: string): readonly string[] {
  const code = shortCodes.exec(number)?.[0] ?? number.slice(0, 4)
  const rest = number.slice(code.length)
  return [code, ...(rest.match(/\d{3}(?=\d{2})|\d+/g) ?? [])]
}
