// The library is JavaScript without declarations.
type Outcome = {
  isValid?: boolean;
  errors?: { instancePath: string; message?: string }[];
  warnings?: { instancePath: string; message?: string }[];
  infos?: { instancePath: string; message?: string }[];
};
type DocumentTest = (document: unknown) => Outcome | Promise<Outcome>;

declare module '@secvisogram/csaf-validator-lib/schemaTests.js' {
  export const csaf_2_0_strict: DocumentTest;
}
declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  const tests: Record<string, DocumentTest>;
  export = tests;
}
declare module '@secvisogram/csaf-validator-lib/optionalTests.js' {
  const tests: Record<string, DocumentTest>;
  export = tests;
}
declare module '@secvisogram/csaf-validator-lib/informativeTests.js' {
  const tests: Record<string, DocumentTest>;
  export = tests;
}
declare module '@secvisogram/csaf-validator-lib/cwe.js' {
  export const weaknesses: { id: string; name: string }[];
}
