/** The end of an address that leads to the first control without a value. A file of its own: the page that redirects there runs on the server. */
export const FIRST_EMPTY = "first-empty";
