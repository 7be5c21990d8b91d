/** On a server: the elements are names that nothing is registered for; the browser brings them to life. */
export class BanmianAnalyzer {}
export class BanmianThemes {}
