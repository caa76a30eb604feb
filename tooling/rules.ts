export interface Rule {
  /** What a test's title starts with. */
  id: `R${number}` | `scenario ${number}`
  says: string
  /** Why no test here proves it: the host keeps it, or it comes with a later part of the product. */
  kept?: string
  /** What its tests do not cover yet: they are still wanted for the rest. */
  later?: string
}

const orders = 'ordering comes with subscriptions'
const states = 'suspending, converting, moving and deleting come with their own resources'

/** The rules this product promises to keep, in its own words. A test proves one by naming it in its title. */
export const rules: readonly Rule[] = [
  { id: 'R1', says: 'A reseller adds a client without holding any right on that client’s own account.' },
  { id: 'R2', says: 'Adding a client and getting access are two steps; a client may stay without access for ever.' },
  { id: 'R14', says: 'The way from a product page to the clients.', kept: 'The host’s panel owns its navigation.' },
  {
    id: 'R15',
    says: 'Only signed-in staff of a reseller (or the platform) add clients.',
    later: 'requests for access',
  },
  { id: 'R16', says: 'With no client yet, the form to add one is open by itself.' },
  { id: 'R17', says: 'With one client or more, the action reads “add another client”.' },
  { id: 'R18', says: 'The quick form asks for first name, last name and company.' },
  { id: 'R19', says: 'The quick form asks for no e-mail address.' },
  { id: 'R20', says: 'Nothing is stored before Save.' },
  {
    id: 'R38',
    says: 'A client is added before anything is sold to it.',
    kept: `An order will name a client’s id; ${orders}.`,
  },
  { id: 'R39', says: 'A domain client needs a registered domain.' },
  { id: 'R40', says: 'An organisation on the non-profit or the old free edition cannot be added.' },
  { id: 'R41', says: 'Eligibility is checked before submitting and a blocker names its reason.' },
  { id: 'R42', says: 'An organisation is added from the page that lists the clients.' },
  { id: 'R43', says: 'The organisation form starts with the primary product family.' },
  { id: 'R44', says: 'The product family decides what can be ordered afterwards.', later: orders },
  { id: 'R45', says: 'An organisation has a customer type.' },
  { id: 'R46', says: 'Type `domain` is for the main suite and for identity subscriptions.' },
  { id: 'R47', says: 'Type `team` takes one of the two Essentials products and verification by e-mail, both.' },
  { id: 'R48', says: 'Educational institution is a mark of its own, whatever the type.' },
  { id: 'R49', says: 'A client verified by e-mail buys nothing else before its domain is verified.', later: orders },
  { id: 'R50', says: 'Verification is a state, and verifying the domain widens what can be ordered.', later: orders },
  { id: 'R51', says: 'Several teams can have the Essentials product.' },
  { id: 'R52', says: 'Where teams share a name, the list shows their ids.' },
  { id: 'R53', says: 'Names are not unique; the id is the key, shown and copyable where names collide.' },
  { id: 'R54', says: 'An organisation has name, domain, address and contact.' },
  { id: 'R55', says: 'The contact becomes the organisation’s administrator.' },
  { id: 'R56', says: 'A domain client’s e-mail address is its super administrator’s.' },
  { id: 'R57', says: 'A team’s e-mail address is the team administrator’s.' },
  { id: 'R58', says: 'A domain client needs a secondary address, a team does not.' },
  { id: 'R59', says: 'The secondary address is not on the client’s primary domain.' },
  { id: 'R60', says: 'The secondary address may be on any other domain, the reseller’s too.' },
  { id: 'R61', says: 'Notices and password information go to both addresses.' },
  { id: 'R62', says: 'A new primary domain validates the secondary address again.' },
  { id: 'R63', says: 'Create adds the client.' },
  { id: 'R64', says: 'After creation the ways on are an order and the list.', later: orders },
  { id: 'R65', says: 'A new client’s subscription state is blank until its first order.' },
  { id: 'R66', says: 'People are warned that changes in the client’s own console are not carried over.' },
  { id: 'R67', says: 'People are reminded to have the client report a new address, domain or administrator.' },
  { id: 'R71', says: 'Region and language can be changed after creation.' },
  {
    id: 'R72',
    says: 'A user’s time zone follows the first sign-in.',
    kept: 'The product that signs users in sets it; no client record has one.',
  },
  { id: 'R73', says: 'Viewing, adding and ordering are separate rights of staff.', later: orders },
  { id: 'R74', says: 'A domain client’s administrator address is on its primary domain.' },
  { id: 'R75', says: 'The postal address is required, with a country; lengths are limited; phones are E.164.' },
  { id: 'R76', says: 'Domains come without `www.` and compare in lower-case ASCII form.' },
  { id: 'R77', says: 'Pressing twice or trying again after a time-out makes one client.' },
  { id: 'R78', says: 'A domain that is taken is told apart: ours, another reseller’s, the vendor’s own.' },
  { id: 'R79', says: 'Contact data and notes of a client can be changed.', later: states },
  {
    id: 'R80',
    says: 'Contact information is one thing to edit, login information another.',
    later: 'login information',
  },
  { id: 'R81', says: 'The platform manages its own clients and those of its resellers.' },
  { id: 'R82', says: 'A reseller sees and manages its own clients only.' },
  { id: 'R83', says: 'Clients, resellers and domains are found quickly from one another.', later: 'subscriptions' },
  { id: 'R84', says: 'Contact data is edited from the client and saved.' },
  { id: 'R90', says: 'A client can carry a description.' },
  { id: 'R91', says: 'The list shows the description beneath the name.' },
  { id: 'R92', says: 'The platform sees and edits its own descriptions and those of resellers.' },
  { id: 'R93', says: 'A reseller describes its own clients only.' },
  { id: 'R94', says: 'A description can be given when the client is added.' },
  { id: 'R95', says: 'The link reads “add” without a description and “edit” with one.' },
  { id: 'R96', says: 'A description is never returned to the client.' },
  { id: 'R102', says: 'The list is filtered by status beside its search field.' },
  { id: 'R206', says: 'The e-mail address is optional on the record and required by what needs it.' },
  { id: 'R207', says: 'A person with a company and an organisation are one entity with two forms.' },
  { id: 'R208', says: 'One glossary in the product; a host sets its own words on screen.' },
  { id: 'R210', says: 'Every change is on record: who, when, from what, to what.' },
  {
    id: 'scenario 6',
    says: 'An organisation’s secondary address: missing, on the primary domain, on the reseller’s, of a team.',
  },
  { id: 'scenario 7', says: 'A primary domain that would hold the secondary address is refused.' },
  { id: 'scenario 8', says: 'A team with the main suite is refused.', later: orders },
  { id: 'scenario 9', says: 'Two teams of one name show their ids, and no other row does.' },
  { id: 'scenario 10', says: 'A new client’s subscription cell is blank, can be filtered, and is read out.' },
]
