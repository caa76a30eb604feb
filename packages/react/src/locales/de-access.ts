import type { AccessLocale } from '../words/locale.ts'

/** What German says about access. Hand it over beside the language: `locale={[de, deAccess]}`. */
export const deAccess: AccessLocale = {
  code: 'de',
  errors: {
    actor_not_managed_identity:
      'Melden Sie sich dafür mit einem Konto Ihrer Organisation an. Ein privates Postfach genügt nicht.',
    recipient_mismatch: 'Sie sind als jemand angemeldet, der dieses Konto nicht verwaltet.',
    link_missing: '{reseller} betreut dieses Konto nicht mehr.',
    access_switch_off: '{TheClient} hat Ihren Zugriff ausgeschaltet.',
    access_paused: '{TheClient} hat jeden Zugriff angehalten.',
    access_not_granted: '{TheClient} hat das noch nicht erlaubt. Fragen Sie den Zugriff an.',
    capability_not_in_level: 'Ihr Zugriff schließt das nicht ein. Fragen Sie eine höhere Stufe an.',
    capability_never_delegable: 'Keine Stufe erlaubt das. Nur {theClient} selbst kann es tun.',
    subscription_not_in_scope: 'Ihr Zugriff gilt nicht für dieses Abonnement.',
    link_invalid: 'Dieser Link gilt nicht mehr. Bitten Sie um einen neuen.',
    access_request_pending: '{TheClient} hat bereits eine Anfrage von Ihnen zu beantworten.',
    access_request_not_pending: 'Diese Anfrage ist beantwortet oder zurückgenommen.',
    declined_recently: '{TheClient} hat vor Kurzem abgelehnt. Sie können ab {until} wieder fragen.',
    recipient_bounced: 'E-Mail an {email} kam zurück. Prüfen Sie die Adresse.',
    level_version_retired:
      'Die Bedingungen dieser Stufe haben sich geändert. Lesen Sie die neuen, bevor Sie entscheiden.',
    payment_method_missing: 'Es ist kein Zahlungsmittel hinterlegt. Nur {theClient} kann eines hinterlegen.',
    propagation_pending: 'Das ist erlaubt und noch nicht in Kraft. Erwartet bis {expectedBy}.',
    reseller_agreement_missing:
      'Holen Sie das Einverständnis von {reseller} ein, bevor Sie direkt gekaufte Abonnements einschließen.',
    locked_by_contract: 'Ein Vertrag hält das eingeschaltet: {clause}.',
    sku_not_orderable: 'Dieses Produkt kann noch nicht bestellt werden. {TheClient} muss sich erst ausweisen.',
    grant_ended: 'Dieser Zugriff ist beendet. Fragen Sie ihn neu an.',
    access_request_expired: 'Diese Anfrage ist abgelaufen.',
    access_request_attempts_exhausted:
      '{TheClient} wurde schon {max}-mal gefragt. Sie können ab {nextAt} wieder fragen.',
  },
  fieldErrors: {
    level_required: 'Wählen Sie eine Stufe.',
    level_not_selectable: 'Diese Stufe kann nicht angefragt werden.',
    level_not_lower: 'Wählen Sie eine niedrigere Stufe. Eine höhere muss {theClient} erlauben.',
    duration_out_of_range: 'So lange darf Zugriff hier nicht dauern.',
    message_empty: 'Schreiben Sie ein paar Worte, damit klar ist, wer fragt.',
    direct_access_needs_switch: 'Erlauben Sie erst den Zugriff für {reseller}, wählen Sie dann Abonnements.',
    subscription_not_direct: 'Dieses Abonnement stammt von {reseller} und wird ohnehin von dort verwaltet.',
    address_not_allowed: 'Diese Adresse kann nicht verwendet werden.',
  },
  access: {
    inSync: 'In Kraft',
    pending: 'Unterwegs seit {since}. Das kann bis zu {max} dauern.',
    pendingTypical: 'Unterwegs seit {since}. Das kann bis zu {max} dauern, meist etwa {typical}.',
    overdue: 'Überfällig seit {since}. Ihr Anbieter weiß Bescheid.',
    never: 'Keine Stufe erlaubt: {list}.',
    endsAt: 'Endet {date}',
    noEnd: 'Ohne Ende',
  },
  requestStatus: {
    draft: 'Entwurf',
    pending: 'Wartet auf Antwort',
    declined: 'Abgelehnt',
    expired: 'Abgelaufen',
    accepted: 'Angenommen',
    canceled: 'Zurückgenommen',
    superseded: 'Durch eine andere Anfrage ersetzt',
  },
  grantStatus: {
    activating: 'Wird eingerichtet',
    active: 'Aktiv',
    paused: 'Ruht',
    ending: 'Wird beendet',
    ended: 'Beendet',
    expired: 'Abgelaufen',
    failed: 'Konnte nicht eingerichtet werden',
  },
}
