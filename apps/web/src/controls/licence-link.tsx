import buttons from './button.module.css';
import kit from '../styles/kit.module.css';
import { webAddress } from '../format/web-address.ts';

/** The name of a licence, as a link where its address is one of the web. */
export function LicenceLink({ name, address }: { name: string; address: string | null }) {
  const found = webAddress(address);
  // A short name, such as CC0-1.0, is not broken at its hyphen.
  const style = /\s/.test(name) || name.length > 20 ? undefined : kit.nowrap;
  if (found === undefined) return <span className={style}>{name}</span>;
  return (
    <a className={`${buttons.link} ${style ?? ''}`} href={found.href} target="_blank" rel="license noreferrer noopener">
      {name}
    </a>
  );
}
