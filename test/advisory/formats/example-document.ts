import type { CsafDocument, Tracking } from '../../../src/advisory/formats/csaf/document.ts';

type Wish = {
  tracking?: Partial<Tracking>;
  namespace?: string;
  label?: 'WHITE' | 'GREEN' | 'AMBER' | null;
};

const date = (day: number) => `2024-03-0${day}T09:00:00.000Z`;

/** Whole numbers 1, 2, … up to the document's own. */
function history(version: string) {
  const count = /^\d+$/.test(version) ? Number(version) : 1;
  if (count === 1) return [{ date: date(1), number: version, summary: 'Initial version.' }];
  return Array.from({ length: count }, (_, index) => ({
    date: date(index + 1),
    number: String(index + 1),
    summary: `Revision ${index + 1}.`,
  }));
}

/** A valid document with the things that the hub has no field for: relationships, groups, flags, threats, a NUL. */
export function exampleDocument({ tracking, namespace, label }: Wish = {}): CsafDocument {
  const version = tracking?.version ?? '1';
  const tlp = label === null ? {} : { tlp: { label: label ?? 'GREEN' } };
  const document = {
    document: {
      acknowledgments: [
        { names: ['Ada'], organization: 'Finders', urls: ['https://finders.example'] },
      ],
      aggregate_severity: { text: 'Important' },
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      distribution: { text: 'Share with those who run it.', ...tlp },
      lang: 'en',
      notes: [
        { category: 'summary', title: 'Summary', text: 'A way in without a password. ' },
        {
          category: 'details',
          audience: 'engineers',
          text: 'The parser trusts\r\nthe length.\u0000',
        },
        { category: 'legal_disclaimer', text: 'As is.' },
      ],
      publisher: {
        category: 'coordinator',
        contact_details: 'desk@csirt.example',
        name: 'CSIRT Example',
        namespace: namespace ?? 'https://www.csirt.example/',
      },
      references: [
        {
          category: 'self',
          summary: 'This',
          url: 'https://www.csirt.example/advisories/1',
        },
        { summary: 'Vendor', url: 'https://vendor.example/1' },
      ],
      title: 'A way into Example Gateway',
      tracking: {
        aliases: ['VU#1'],
        current_release_date: date(9),
        id: 'EX-2024-0001',
        initial_release_date: date(1),
        revision_history: history(version),
        status: 'final',
        version,
        ...tracking,
      },
    },
    product_tree: {
      branches: [
        {
          category: 'vendor',
          name: 'Example',
          branches: [
            {
              category: 'product_name',
              name: 'Gateway',
              branches: ['1.0', '1.1', '1.2'].map((name, index) => ({
                category: 'product_version',
                name,
                product: {
                  name: `Example Gateway ${name}`,
                  product_id: `P${index}`,
                  product_identification_helper: { model_numbers: [`GW-${index}`] },
                },
              })),
            },
            {
              category: 'product_name',
              name: 'Appliance',
              product: { name: 'Example Appliance', product_id: 'H1' },
            },
          ],
        },
      ],
      product_groups: [{ group_id: 'G1', product_ids: ['P0', 'P1'] }],
      relationships: [
        {
          category: 'installed_on',
          full_product_name: { name: 'Gateway 1.0 on Appliance', product_id: 'C1' },
          product_reference: 'P0',
          relates_to_product_reference: 'H1',
        },
      ],
    },
    vulnerabilities: [
      {
        cve: 'CVE-2024-1111',
        cwe: {
          id: 'CWE-79',
          name: "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')",
        },
        discovery_date: date(1),
        flags: [{ label: 'component_not_present', product_ids: ['C1'] }],
        ids: [{ system_name: 'Bug', text: '#7' }],
        notes: [{ category: 'description', text: 'A page shows what it was given.' }],
        product_status: { fixed: ['P2'], known_affected: ['P0', 'P1'], known_not_affected: ['C1'] },
        references: [{ summary: 'CVE', url: 'https://cve.example/CVE-2024-1111' }],
        remediations: [
          {
            category: 'vendor_fix',
            details: 'Update to 1.2.',
            group_ids: ['G1'],
            restart_required: { category: 'system' },
            url: 'https://vendor.example/1.2',
          },
        ],
        scores: [
          {
            cvss_v3: {
              baseScore: 6.1,
              baseSeverity: 'MEDIUM',
              vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N',
              version: '3.1',
            },
            products: ['P0', 'P1'],
          },
        ],
        threats: [
          { category: 'exploit_status', details: 'Seen in the wild.', product_ids: ['P0'] },
        ],
      },
    ],
  };
  return document as CsafDocument;
}

/** A document as a file. */
export function toBytes(document: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(document));
}
