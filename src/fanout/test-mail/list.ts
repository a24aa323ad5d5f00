import type { Language } from '../../advisory/language.ts';
import type { Form } from '../../audience/ceiling.ts';
import type { Sql } from '../../database/connect.ts';

/** What became of a test mail; `sent` is null as long as nobody tried. */
export type TestMail = {
  id: number;
  form: Form;
  owner: 'contact' | 'public';
  language: Language;
  askedAt: Date;
  sent: boolean | null;
  detail: string | null;
};

/** The newest test mails of a version that an operator asked for. */
export function listTestMails(sql: Sql, versionId: number, operatorId: number) {
  return sql<TestMail[]>`
    SELECT id, form, owner, language, asked_at, sent, detail FROM test_mails
    WHERE version_id = ${versionId} AND operator_id = ${operatorId}
    ORDER BY id DESC LIMIT 5`;
}
