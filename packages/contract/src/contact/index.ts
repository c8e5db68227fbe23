export {
  ContactAnswer,
  ContactCommandIn,
  ContactOrderIn,
  IdentityIn,
  PartyIn,
  postContactCommand,
  postEmergencyAccess,
} from './commands.ts';
export { DemoPage, getDemoPages, postPageAnswer } from './paging.ts';
export { contactRefusals } from './texts.nb.ts';
export {
  AccessLogEntry,
  ContactDetail,
  ContactRow,
  getAccessLog,
  getContact,
  getContacts,
  IdentityOut,
  openForPurpose,
  type PagingOut,
  searchContacts,
  TimelineEntry,
} from './views.ts';
