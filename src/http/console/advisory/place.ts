/** Where on the form a finding is put right; most are at the field of their own path. */
export function placeOf(path: string): string {
  const inLines = /^(content\.(?:cves|cwes))(?:\.\d+)?$/.exec(path);
  if (inLines) return inLines[1] ?? path;
  if (path === 'content') return 'content.texts';
  if (/^content\.texts\.(nl|en)$/.test(path)) return `${path}.title`;
  if (path === 'correctsVersionId') return 'change';
  if (/^content\.products\.\d+$/.test(path)) return `${path}.vendor`;
  return path;
}
