import { useState, type SyntheticEvent } from 'react'
import type { HostWords } from './words.ts'

/** What the hosting company asks of a new customer. */
export interface NewAccount {
  firstName: string
  lastName: string
  email: string
}

const fields = [
  { name: 'firstName', autoComplete: 'given-name', type: 'text' },
  { name: 'lastName', autoComplete: 'family-name', type: 'text' },
  { name: 'email', autoComplete: 'email', type: 'email' },
] as const

interface Props {
  words: HostWords
  /** Resolves with whether there is an account now. */
  onSignUp: (account: NewAccount) => Promise<boolean>
  onBack: () => void
}

/** The hosting company's own page for whoever has no account there. */
export function SignUp({ words, onSignUp, onBack }: Props) {
  const [typed, setTyped] = useState<NewAccount>({ firstName: '', lastName: '', email: '' })
  const [isSending, setSending] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isSending) return
    setSending(true)
    const isDone = await onSignUp(typed)
    setSending(false)
    setRefused(!isDone)
  }
  return (
    <>
      <h1>{words.signUp}</h1>
      <p className="lead">{words.signUpText}</p>
      <form className="card sign-up" onSubmit={(event) => void submit(event)}>
        {fields.map((field) => (
          <label key={field.name}>
            {words[field.name]}
            <input
              {...field}
              required
              value={typed[field.name]}
              onChange={(event) => setTyped({ ...typed, [field.name]: event.target.value })}
            />
          </label>
        ))}
        {isRefused ? <p role="alert">{words.signUpFailed}</p> : null}
        <div className="sign-up-actions">
          <button type="submit" className="button">
            {words.signUp}
          </button>
          <button type="button" className="button" onClick={onBack}>
            {words.back}
          </button>
        </div>
      </form>
    </>
  )
}
