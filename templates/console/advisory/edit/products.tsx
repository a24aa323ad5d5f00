import { productStatuses } from '../../../../src/advisory/content.ts';
import { words as siteWords } from '../../../site/words.ts';
import { SelectField } from '../../choice-field.tsx';
import { TextField } from '../../field.tsx';
import { valueAt } from '../../filled.ts';
import { Do, type Draw, rowsOf, Section } from './section.tsx';

const list = 'content.products';

/** The products with their versions and what each version is. */
export function Products({ draw }: { draw: Draw }) {
  const { w } = draw;
  return (
    <Section draw={draw} path={list} title={w.products}>
      {rowsOf(draw, list).map((index) => (
        <Product draw={draw} index={index} />
      ))}
      <p>
        <Do action={`add ${list}`} label={w.addProduct} />
      </p>
    </Section>
  );
}

function Product({ draw, index }: { draw: Draw; index: number }) {
  const { filled, w } = draw;
  const path = `${list}.${index}`;
  const at = (field: string) => ({ filled, path: `${path}.${field}` });
  const name = valueAt(filled, `${path}.name`) || w.product(index + 1);
  return (
    <fieldset>
      <legend>{w.product(index + 1)}</legend>
      <div class="quartet">
        <TextField {...at('vendor')} label={w.vendor} required />
        <TextField {...at('name')} label={w.name} required />
        <TextField {...at('cpe')} label={w.cpe} />
        <TextField {...at('purl')} label={w.purl} />
      </div>
      {rowsOf(draw, `${path}.versions`).map((row) => (
        <VersionRow draw={draw} path={`${path}.versions.${row}`} />
      ))}
      <p class="actions">
        <Do action={`add ${path}.versions`} label={w.addVersion(name)} />
        <Do action={`remove ${path}`} label={w.remove(name)} />
      </p>
    </fieldset>
  );
}

function VersionRow({ draw, path }: { draw: Draw; path: string }) {
  const { filled, language, w } = draw;
  const { statuses } = siteWords[language];
  const options = productStatuses.map((value) => ({ value, label: statuses[value] }));
  const named = `${w.version.toLowerCase()} ${valueAt(filled, `${path}.version`)}`.trim();
  return (
    <div class="row">
      <TextField filled={filled} path={`${path}.version`} label={w.version} required />
      <SelectField filled={filled} path={`${path}.status`} label={w.status} options={options} />
      <Do action={`remove ${path}`} label={w.remove(named)} />
    </div>
  );
}
