// What the first screen shows of access comes with one file: several would cut what they share with the first screen into
// a dozen, each a request.
export { AccessRequestDialog } from './access-request-dialog/access-request-dialog.tsx'
export { AccessRequestDialogSteps } from './access-request-dialog/access-request-dialog-steps.tsx'
export { ResellerAccess } from './reseller-access/reseller-access.tsx'
export { ResellerAccessDetails } from './reseller-access/reseller-access-details.tsx'
