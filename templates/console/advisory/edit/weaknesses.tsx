import { ProseField, TextField } from '../../field.tsx';
import { Do, type Draw, rowsOf, Section } from './section.tsx';

const list = 'content.cvss';

/** CVE and CWE ids, a line each, and the CVSS scores of the CVEs. */
export function Weaknesses({ draw }: { draw: Draw }) {
  const { filled, w } = draw;
  return (
    <Section draw={draw} path={list} title={w.weaknesses}>
      <div class="pair">
        <ProseField filled={filled} path="content.cves" label="CVE" hint={w.perLine} rows={4} />
        <ProseField filled={filled} path="content.cwes" label="CWE" hint={w.perLine} rows={4} />
      </div>
      {rowsOf(draw, list).map((index) => (
        <fieldset>
          <legend>{w.score(index + 1)}</legend>
          <div class="row">
            <TextField filled={filled} path={`${list}.${index}.cve`} label="CVE" />
            <TextField filled={filled} path={`${list}.${index}.vector`} label={w.vector} />
            <Do action={`remove ${list}.${index}`} label={w.remove(w.score(index + 1))} />
          </div>
        </fieldset>
      ))}
      <p>
        <Do action={`add ${list}`} label={w.addScore} />
      </p>
    </Section>
  );
}
