import buttons from './button.module.css';
import { webAddress } from '../format/web-address.ts';

/** The name of a licence, as a link where its address is one of the web. */
export function LicenceLink({ name, address }: { name: string; address: string | null }) {
  const found = webAddress(address);
  if (found === undefined) return name;
  return (
    <a className={buttons.link} href={found.href} target="_blank" rel="license noreferrer noopener">
      {name}
    </a>
  );
}
