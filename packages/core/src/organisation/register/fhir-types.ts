/** As much of FHIR R4 (4.0.1) as the export writes. */
export interface FhirResource {
  readonly resourceType: 'Organization' | 'Location' | 'HealthcareService' | 'OrganizationAffiliation';
  readonly id: string;
  readonly [element: string]: unknown;
}

export interface FhirBundle {
  readonly resourceType: 'Bundle';
  readonly type: 'collection';
  readonly timestamp: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: FhirResource }[];
}

/** Identifier systems and code systems as Norway writes them (HL7 Norway's no-basis profiles, Volven). */
export const norwegianSystems = {
  /** Organisasjonsnummer in Enhetsregisteret. */
  organisationNumber: 'urn:oid:2.16.578.1.12.4.1.4.101',
  /** Kommunenummer, Volven 3402. */
  municipality: 'urn:oid:2.16.578.1.12.4.1.1.3402',
  municipalityExtension: 'http://hl7.no/fhir/StructureDefinition/no-basis-municipalitycode',
  /** Tjenestetyper for kommunal helse- og omsorgstjeneste, Volven 8663; KA02 is Legevakt. */
  municipalService: 'urn:oid:2.16.578.1.12.4.1.1.8663',
} as const;
