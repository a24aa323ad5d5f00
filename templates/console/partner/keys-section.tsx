import { tlps } from '../../../src/advisory/tlp.ts';
import type { ApiKey } from '../../../src/operator/list-keys.ts';
import { Moment } from '../../moment.tsx';
import { SelectField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { KeyTermField } from '../key-term-field.tsx';
import { Table } from '../table.tsx';
import type { PartnerPageProps } from './partner-page.tsx';
import { partnerWords } from './words.ts';

/** The keys that an administrator gave out to a partner, never the keys themselves, and the form for another one. */
export function KeysSection(props: PartnerPageProps) {
  const { frame, organisation, keys } = props;
  const w = partnerWords[frame.language];
  const may = frame.caller.roles.includes('administrator') && organisation.removedAt === null;
  return (
    <>
      <h2>{w.keys}</h2>
      <Table
        id="keys"
        caption={w.keys}
        headed
        head={[w.key, w.ceiling, w.expires, w.used, w.state]}
        empty={w.noKeys}
        rows={keys.map((key) => <Row apiKey={key} {...props} />)}
      />
      {may && <NewKey {...props} />}
    </>
  );
}

function Row({ apiKey, frame, organisation }: PartnerPageProps & { apiKey: ApiKey }) {
  const { language, caller } = frame;
  const w = partnerWords[language];
  const at = `/console/organisations/${organisation.id}/partner/keys/${apiKey.id}`;
  const { live, revokedAt, lastUsedAt } = apiKey;
  return (
    <tr>
      <th scope="row">
        {apiKey.name} <span class="quiet">({apiKey.hint}…)</span>
      </th>
      <td>TLP:{apiKey.tlpCeiling}</td>
      <td>
        <Moment at={apiKey.expiresAt} language={language} />
      </td>
      <td>{lastUsedAt ? <Moment at={lastUsedAt} language={language} /> : w.never}</td>
      <td>
        {!live && (revokedAt ? w.revoked : w.ended)}
        {live && !caller.roles.includes('administrator') && w.works}
        {live && caller.roles.includes('administrator') && (
          <p class="actions">
            <a class="button second" href={`${at}/rotate`}>
              {w.rotate} <span class="unseen">({apiKey.name})</span>
            </a>
            <a class="button second" href={`${at}/withdraw`}>
              {w.withdraw} <span class="unseen">({apiKey.name})</span>
            </a>
          </p>
        )}
      </td>
    </tr>
  );
}

function NewKey({ frame: { language }, organisation, filled }: PartnerPageProps) {
  const w = partnerWords[language];
  return (
    <>
      <h3>{w.newKey}</h3>
      <ErrorSummary filled={filled} language={language} />
      <form
        id="key"
        method="post"
        action={`/console/organisations/${organisation.id}/partner/keys`}
      >
        <TextField
          filled={filled}
          path="name"
          label={w.name}
          hint={w.nameHint}
          maxlength={100}
          required
        />
        <SelectField
          filled={filled}
          path="tlpCeiling"
          label={w.ceiling}
          hint={w.ceilingHint}
          value="CLEAR"
          options={tlps.map((value) => ({ value, label: `TLP:${value}` }))}
        />
        <KeyTermField filled={filled} language={language} usual={365} />
        <FormFoot label={w.make} />
      </form>
    </>
  );
}
