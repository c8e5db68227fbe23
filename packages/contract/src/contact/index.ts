export { ContactAnswer, ContactCommandIn, ContactOrderIn, IdentityIn, PartyIn, postContactCommand, postEmergencyAccess } from './commands.ts';
export { DemoPage, DutyEntry, getDemoPages, getDutyList, postDutyList, postPageAnswer } from './duty-list.ts';
export { contactRefusals } from './texts.nb.ts';
export { AccessLogEntry, ContactDetail, ContactRow, getAccessLog, getContact, getContacts, IdentityOut, type PagingOut, searchContacts, TimelineEntry } from './views.ts';
