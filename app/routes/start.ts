import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { homeOf } from "#app/accounts/role.ts";
import { findViewer } from "#app/accounts/session.server.ts";

/** The address alone leads to one's own first page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  return redirect(viewer ? homeOf(viewer) : "/masuk");
}
