import type { Sender } from './message.ts'

/** Contracts are the real ones; every domain is invented. The last two are trusted without a contract file of their own. */
export const settings = {
  authserv_id: 'mx.werkwijzer.example',
  own: {
    addresses: [
      'aanmelding@verwijzing.werkwijzer.example',
      'tilburg@verwijzing.werkwijzer.example',
      'planning@werkwijzer.example',
    ],
    domains: ['werkwijzer.example', 'verwijzing.werkwijzer.example'],
  },
  contracts: [
    { id: 'rip', municipality: 'Oostermeer', domains: ['oostermeer.example', 'wsp-oostermeer.example'] },
    { id: 'lansingerland', municipality: 'Lansingerland', domains: ['lansingerland.example'] },
    { id: 'rsd', municipality: 'RSD de Liemers', domains: ['rsd-liemers.example'] },
    { id: 'tilburg', municipality: 'Tilburg', domains: ['tilburg.example'] },
    { id: 'arnhem', municipality: 'Arnhem', domains: ['arnhem.example', 'lokaleteams-arnhem.example'] },
    { id: 'zuiderwaard', municipality: 'Zuiderwaard', domains: ['zuiderwaard.example'] },
    { id: 'ijsselveen', municipality: 'IJsselveen', domains: ['ijsselveen.example', 'werkplein-ijsselveen.example'] },
  ],
}

const from = (name: string, address: string): Sender => ({ name, address })

export const senders = {
  joke: from('Joke van Dijk', 'j.vandijk@tilburg.example'),
  murat: from('Murat Aydin', 'murat.aydin@tilburg.example'),
  sanne: from('Sanne de Boer', 's.deboer@lansingerland.example'),
  pieter: from('Pieter Hoekstra', 'p.hoekstra@lansingerland.example'),
  lotte: from('Lotte Bruins', 'l.bruins@rsd-liemers.example'),
  henk: from('Henk Evers', 'h.evers@rsd-liemers.example'),
  karin: from('Karin Mulder', 'k.mulder@arnhem.example'),
  bram: from('Bram Verhoeven', 'bram.verhoeven@lokaleteams-arnhem.example'),
  esther: from('Esther Kuipers', 'e.kuipers@oostermeer.example'),
  rachid: from('Rachid el Amrani', 'r.elamrani@wsp-oostermeer.example'),
  anneke: from('Anneke Postma', 'a.postma@zuiderwaard.example'),
  tom: from('Tom van der Linden', 't.vanderlinden@zuiderwaard.example'),
  irene: from('Irène Smeets', 'i.smeets@ijsselveen.example'),
  gerard: from('Gerard Wolters', 'g.wolters@werkplein-ijsselveen.example'),
}

/** Whose domain it is, when it is believed. */
export function townOf(address: string): string | null {
  const domain = address.slice(address.indexOf('@') + 1)
  return settings.contracts.find(({ domains }) => domains.includes(domain))?.municipality ?? null
}
