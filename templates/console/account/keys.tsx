import type { Language } from '../../../src/advisory/language.ts';
import type { ApiKey } from '../../../src/operator/list-keys.ts';
import { Moment } from '../../moment.tsx';
import { roleWords } from '../role-words.ts';
import { Table } from '../table.tsx';
import { accountWords } from './words.ts';

type Props = {
  language: Language;
  keys: readonly ApiKey[];
  /** Where a key is revoked; absent: it is only looked at. */
  actionOf?: ((id: number) => string) | undefined;
};

/** Keys by what they are for, never the keys themselves. */
export function Keys({ language, keys, actionOf }: Props) {
  const w = accountWords[language];
  const rows = keys.map((key) => (
    <tr>
      <th scope="row">
        {key.name} <span class="quiet">({key.hint}…)</span>
      </th>
      <td>{key.roles.map((role) => roleWords[language][role]).join(', ') || w.reads}</td>
      <td>
        <Moment at={key.expiresAt} language={language} />
      </td>
      <td>{key.lastUsedAt ? <Moment at={key.lastUsedAt} language={language} /> : w.never}</td>
      <td>
        {!key.live && (key.revokedAt ? w.revoked : w.ended)}
        {key.live && actionOf && (
          <form method="post" action={actionOf(key.id)}>
            <button type="submit" class="second">
              {w.revoke} <span class="unseen">({key.name})</span>
            </button>
          </form>
        )}
      </td>
    </tr>
  ));
  return (
    <Table
      id="keys"
      caption={<span class="unseen">{w.keys}</span>}
      head={[w.key, w.roles, w.expires, w.used, w.action]}
      empty={w.noKeys}
      rows={rows}
    />
  );
}
