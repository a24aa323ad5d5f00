/** A CSAF 2.0 document as far as the hub reads and writes it; what else it holds is carried along. */
export type CsafDocument = {
  document: Meta;
  product_tree?: ProductTree;
  vulnerabilities?: Vulnerability[];
};

export type Meta = {
  category: string;
  csaf_version: '2.0';
  title: string;
  lang?: string | undefined;
  distribution?: { text?: string; tlp?: { label: Label; url?: string } } | undefined;
  aggregate_severity?: { text: string; namespace?: string } | undefined;
  notes?: Note[] | undefined;
  publisher: { category: string; name: string; namespace: string; contact_details?: string };
  references?: Reference[] | undefined;
  tracking: Tracking;
};

/** CSAF 2.0 §3.2.1.5.2: the labels of TLP 1.0. */
export type Label = 'WHITE' | 'GREEN' | 'AMBER' | 'RED';

export type Tracking = {
  id: string;
  version: string;
  status: 'draft' | 'interim' | 'final';
  initial_release_date: string;
  current_release_date: string;
  revision_history: Revision[];
  generator?: { date?: string; engine: { name: string; version?: string } };
};

export type Revision = { date: string; number: string; summary: string; legacy_version?: string };
export type Note = { category: string; text: string; title?: string; audience?: string };
export type Reference = { category?: 'external' | 'self'; summary: string; url: string };

export type ProductTree = {
  branches?: Branch[];
  full_product_names?: FullName[];
  relationships?: Relationship[];
  product_groups?: { group_id: string; product_ids: string[] }[];
};

/** One of `branches` and `product` is there. */
export type Branch = { category: string; name: string; branches?: Branch[]; product?: FullName };
export type FullName = {
  name: string;
  product_id: string;
  product_identification_helper?: Identity;
};
export type Identity = {
  cpe?: string;
  purl?: string;
  x_generic_uris?: { namespace: string; uri: string }[];
};
export type Relationship = {
  category: string;
  full_product_name: FullName;
  product_reference: string;
  relates_to_product_reference: string;
};

export type Vulnerability = {
  cve?: string | undefined;
  cwe?: { id: string; name: string } | undefined;
  title?: string;
  notes?: Note[] | undefined;
  product_status?: Partial<Record<ProductStatus, string[]>> | undefined;
  references?: Reference[] | undefined;
  remediations?: Remediation[] | undefined;
  scores?: Score[] | undefined;
  threats?: unknown;
  flags?: unknown;
};

export type ProductStatus =
  | 'first_affected'
  | 'first_fixed'
  | 'fixed'
  | 'known_affected'
  | 'known_not_affected'
  | 'last_affected'
  | 'recommended'
  | 'under_investigation';

export type Remediation = {
  category: string;
  details: string;
  url?: string;
  product_ids?: string[];
  group_ids?: string[];
};

export type Score = {
  products: string[];
  cvss_v2?: { version: string; vectorString: string; baseScore: number };
  cvss_v3?: { version: string; vectorString: string; baseScore: number; baseSeverity: string };
};
