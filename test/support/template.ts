/** Makes the template database ready to be copied for each test file. Empty until there is something to migrate. */
export async function prepareTemplate(_url: string): Promise<void> {}
