/** A file that gives no text. Its message is for the reader: what is wrong and what to do. */
export class Unreadable extends Error {
  name = "Unreadable";
}
