import { notFound } from "#app/accounts/access.server.ts";

/** Every address that the address book does not know. */
export function loader(): never {
  throw notFound();
}

export function action(): never {
  throw notFound();
}

export default function NotFound() {
  return null;
}
