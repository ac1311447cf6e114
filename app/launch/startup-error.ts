/**
 * Something the person who starts the app can mend. `message` is the whole Indonesian sentence to show them;
 * whoever catches one prints the message without a stack and ends with code 1.
 */
export class StartupError extends Error {
  override name = "StartupError";
}
