import { mailCase, other, referral, type Case, type Person } from './cases.ts'
import { ours, type Mail, type Sender } from './message.ts'
import { text } from './parts.ts'
import { form, someone } from './people.ts'
import { senders } from './settings.ts'

const { joke, murat, sanne, lotte, karin, esther, anneke, gerard } = senders

function formMail(what: string, from: Sender, one: Person, rest: Partial<Mail> = {}): Mail {
  return { what, from, subject: 'Aanmelding', content: text(`${form(one)}\nConsulent: ${from.name}\n`), ...rest }
}

/** Whose mail is believed, and whose is not, whatever the form in it says. */
export function trustCases(): Case[] {
  return [...unverified(), ...suspicious()]
}

function unverified(): Case[] {
  const waits = (mail: Mail, one: Person, also?: Record<string, unknown[]>): Case =>
    mailCase(mail, referral(mail.from, [one], { waits: true, ...(also === undefined ? {} : { also }) }))
  const foreign: Sender = { name: 'Loes Kamp', address: 'l.kamp@noorderveld.example' }
  const unknown = someone(701, 'Freek Dam', { municipality: 'Noorderveld' })
  const ar = (...found: string[]): string => `Authentication-Results: ${ours.server};\r\n\t${found.join(';\r\n\t')}`
  return [
    waits(formMail('onbekende-gemeente', foreign, unknown), unknown),
    waits(formMail('alleen-spf', joke, someone(702, 'Sofie Maas'), { trust: 'likely' }), someone(702, 'Sofie Maas')),
    waits(
      formMail('niets-gecontroleerd', sanne, someone(703, 'Joris Blom'), { trust: 'unverified' }),
      someone(703, 'Joris Blom'),
    ),
    waits(
      formMail('geen-controle-opgeschreven', lotte, someone(704, 'Ilse Vink'), { trust: 'silent' }),
      someone(704, 'Ilse Vink'),
    ),
    // The server that sent it, or somebody on the way, wrote that all is well.
    waits(
      formMail('controle-van-een-ander', karin, someone(705, 'Rens Pol'), {
        trust: 'silent',
        below: [
          'Authentication-Results: mail.arnhem.example; dkim=pass header.d=arnhem.example; dmarc=pass header.from=arnhem.example',
        ],
      }),
      someone(705, 'Rens Pol'),
    ),
    waits(
      formMail('nagemaakte-controle-onder-de-onze', esther, someone(706, 'Tess Mol'), {
        trust: 'unverified',
        below: [
          ar(
            'dkim=pass header.d=oostermeer.example header.s=post2026',
            'spf=pass smtp.mailfrom=e.kuipers@oostermeer.example',
            'dmarc=pass header.from=oostermeer.example',
          ),
        ],
      }),
      someone(706, 'Tess Mol'),
      { kind: ['suspicious'], participants: [[]] },
    ),
    waits(
      formMail('handtekening-van-een-ander-domein', anneke, someone(707, 'Hugo Bos'), {
        trust: 'silent',
        top: [
          ar(
            'dkim=pass header.d=mailbezorger.example header.s=k1 header.b=Qk3v9w1x',
            'spf=pass smtp.mailfrom=bounce@mailbezorger.example',
            'dmarc=none header.from=zuiderwaard.example',
          ),
        ],
      }),
      someone(707, 'Hugo Bos'),
    ),
    // Changed on the way: DMARC still passes on SPF.
    waits(
      formMail('handtekening-klopt-niet', gerard, someone(708, 'Merel Smit'), {
        trust: 'silent',
        top: [
          ar(
            'dkim=fail reason="body hash did not verify" header.d=werkplein-ijsselveen.example',
            'spf=pass smtp.mailfrom=g.wolters@werkplein-ijsselveen.example',
            'dmarc=pass (policy=none) header.from=werkplein-ijsselveen.example',
          ),
        ],
      }),
      someone(708, 'Merel Smit'),
      { kind: ['suspicious'], participants: [[]] },
    ),
    // A subdomain is not the domain on the list.
    waits(
      formMail(
        'subdomein-niet-op-de-lijst',
        { name: 'Ina Lok', address: 'i.lok@stage.tilburg.example' },
        someone(709, 'Stan Prins'),
      ),
      someone(709, 'Stan Prins'),
      { 'participants.0.municipality': ['Tilburg'] },
    ),
    mailCase(
      formMail('twee-handtekeningen-een-past', murat, someone(710, 'Lieke Vos'), {
        trust: 'silent',
        signed: true,
        top: [
          ar(
            'dkim=pass header.d=mailbezorger.example header.s=k1 header.b=Zx81kd0p',
            'dkim=pass (256-bit key) header.d=tilburg.example header.i=@tilburg.example header.s=post2026 header.b=a8Jd92ks',
            'spf=softfail smtp.mailfrom=bounce@mailbezorger.example',
            'dmarc=pass header.from=tilburg.example',
          ),
        ],
      }),
      referral(murat, [someone(710, 'Lieke Vos')]),
    ),
  ]
}

function suspicious(): Case[] {
  const doubtful = (mail: Mail, ...alsoFrom: Sender[]): Case =>
    mailCase(
      mail,
      other('suspicious', mail.from, {
        also: {
          'consulent.name': [mail.from, ...alsoFrom].map(({ name }) => name),
          'consulent.email': [mail.from, ...alsoFrom].flatMap(({ address }) => [address, address.toLowerCase()]),
        },
      }),
    )
  const stranger: Sender = { name: 'Iemand', address: 'iemand@post.example' }
  const someoneElse = (number: number, name: string): Person => someone(number, name)
  return [
    doubtful(
      formMail(
        'naam-van-gemeente-adres-van-ander',
        { name: 'Gemeente Tilburg', address: 'aanmeldingen@post.example' },
        someoneElse(720, 'Cor Bal'),
      ),
    ),
    doubtful(
      formMail(
        'adres-van-gemeente-in-naam',
        { name: 'j.vandijk@tilburg.example', address: 'jvd1984@post.example' },
        someoneElse(721, 'Dora Pas'),
      ),
    ),
    doubtful(
      formMail(
        'domein-een-letter-anders',
        { name: 'Joke van Dijk', address: 'j.vandijk@tiIburg.example' },
        someoneElse(722, 'Gijs Rood'),
      ),
    ),
    doubtful(
      formMail(
        'domein-met-cijfer',
        { name: 'Sanne de Boer', address: 's.deboer@lans1ngerland.example' },
        someoneElse(723, 'Puck Wit'),
      ),
    ),
    doubtful(
      formMail(
        'domein-als-voorvoegsel',
        { name: 'Karin Mulder', address: 'k.mulder@arnhem.example.inloggen.example' },
        someoneElse(724, 'Teun Geel'),
      ),
    ),
    doubtful(
      formMail(
        'domein-met-vreemde-letters',
        { name: 'Esther Kuipers', address: 'e.kuipers@xn--ostermeer-z2h.example' },
        someoneElse(725, 'Roos Groen'),
        {
          // A Cyrillic letter for the first one, as the mail program shows it.
          lines: { From: ['From: Esther Kuipers <e.kuipers@xn--ostermeer-z2h.example>'] },
        },
      ),
      { name: 'Esther Kuipers', address: 'e.kuipers@\u043eostermeer.example' },
    ),
    doubtful(formMail('dmarc-mislukt', anneke, someoneElse(726, 'Otto Zwart'), { trust: 'forged' })),
    doubtful(
      formMail('twee-afzenderregels', gerard, someoneElse(727, 'Elin Bruin'), {
        lines: {
          From: ['From: Iemand <iemand@post.example>', 'From: Gerard Wolters <g.wolters@werkplein-ijsselveen.example>'],
        },
      }),
      stranger,
    ),
    doubtful(
      formMail('twee-adressen-in-afzender', lotte, someoneElse(728, 'Daan Paars'), {
        lines: { From: ['From: Lotte Bruins <l.bruins@rsd-liemers.example>, Iemand <iemand@post.example>'] },
      }),
      stranger,
    ),
    doubtful(
      formMail('antwoord-gaat-elders-heen', joke, someoneElse(729, 'Bo Oranje'), {
        headers: ['Reply-To: Joke van Dijk <j.vandijk.tilburg@post.example>'],
      }),
    ),
    doubtful(
      formMail('nagemaakte-controle-en-dmarc-mislukt', sanne, someoneElse(730, 'Saar Blauw'), {
        trust: 'forged',
        below: [
          `Authentication-Results: ${ours.server}; dkim=pass header.d=lansingerland.example; dmarc=pass header.from=lansingerland.example`,
        ],
      }),
    ),
    // Answers within the same municipality are nothing to wonder about.
    mailCase(
      formMail('antwoord-naar-teambus', murat, someoneElse(731, 'Abel Grijs'), {
        headers: ['Reply-To: Team Activering <team.activering@tilburg.example>'],
      }),
      referral(murat, [someoneElse(731, 'Abel Grijs')]),
    ),
  ]
}
