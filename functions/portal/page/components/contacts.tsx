import { withContacts } from '../contacts.ts';

/** A sentence whose addresses can be written to and whose telephone numbers can be called. */
export function Contacts({ of }: { readonly of: string }) {
  return (
    <>
      {withContacts(of).map(({ text, href }) =>
        href === null ? (
          text
        ) : (
          <a key={text} href={href}>
            {text}
          </a>
        ),
      )}
    </>
  );
}
