/** What became of a mail about something. */
export interface DeliveryFact {
  /** Of what the mail was about. */
  id: string
  mailId: string
  /** Where it went: it may have been sent to another address since. */
  to: string
  /** `bounced` also where no server took it for three days; `complained` where it stayed here because nobody wants it. */
  state: 'sent' | 'bounced' | 'complained'
  /** What the mail server said. */
  detail: string | null
}
