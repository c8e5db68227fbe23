/** Who the provider says has logged in. What a provider may call a person differs, so all it vouches for is handed on. */
export interface LoginIdentity {
  /** Our name for the provider (`helseid`, `demo`): addresses change, subjects are filed under the name. */
  readonly provider: string;
  readonly subject: string;
  /** Health personnel number. */
  readonly hprNumber?: string;
  /** National identity number. To be looked up by its keyed hash; never to be stored or logged. */
  readonly nationalId?: string;
}

/** What the login asks of whoever knows the staff. The organisation answers; the login knows no roles. */
export interface Directory<Person> {
  /** The one person with this identity. Undefined when there is none, and when its parts point at different people. */
  staffIdOf(identity: LoginIdentity): Promise<string | undefined>;
  /** The person with what is in force now. Undefined when unknown or shut out. */
  person(staffId: string): Promise<Person | undefined>;
  /** Whether there is anything for the person to do here. */
  hasAccess(person: Person): boolean;
}
