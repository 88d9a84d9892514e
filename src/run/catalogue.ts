import type { Catalogue } from '../claims/catalogue.ts';

/** The catalogue that a module exports as its default. The main thread and the others load it by the same address. */
export async function catalogueAt(address: string): Promise<Catalogue> {
  const loaded: { readonly default: Catalogue } = await import(address);
  return loaded.default;
}
