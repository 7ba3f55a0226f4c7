import { latinName } from '@monitor/domain';
import kit from '../styles/kit.module.css';

/** A name of a place in Latin letters, and beside it as it is on record where that is in other letters. */
export function NameInLatin({ name, country }: { name: string; country: string }) {
  const latin = latinName(name, country);
  return latin === name ? (
    name
  ) : (
    <>
      {latin} <span className={kit.quiet}>{name}</span>
    </>
  );
}
