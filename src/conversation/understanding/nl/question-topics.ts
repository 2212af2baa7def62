import type { Asking } from '../asking.ts'

export const asking: Asking = {
  marks: {
    appointment:
      'waar adres locatie straat plaats hoe_laat tijd tijdstip wanneer welke_dag welke_datum datum met_wie bij_wie welke_coach welk_gebouw',
    who: 'wie_is_dit wie_bent_u wie_ben_je wie_ben_jij wie_zijn_jullie van_wie_is_dit wie_stuurt_dit wie_schrijft_dit welk_nummer_is_dit ben_je_een_robot bent_u_een_robot is_dit_een_robot',
    bring:
      'meenemen mee_nemen meebrengen mee_brengen papieren documenten legitimatie paspoort id id_bewijs identiteitsbewijs bij_me_hebben',
    travel:
      'bus trein tram metro ov reiskosten reisgeld parkeren parkeer parkeerplaats parkeerplaatsen parkeerplek parkeergarage parkeergeld parkeerkosten reizen vervoer hoe_kom_ik_daar hoe_kom_ik_er',
    interpreter: 'tolk vertaler vertalen',
    rights: 'rechten plichten verplicht moet_ik_komen',
    complaints: 'klacht_indienen klacht klachten klagen',
    privacy: 'privacy gegevens avg',
    content:
      'waar_gaat_het_over waar_gaat_dit_over waarover hoe_lang hoelang duurt wat_gaan_we_doen wat_doen_we waarom wat_is_dit wat_is_de_bedoeling wat_gaat_er_gebeuren wat_gebeurt_er wat_kan_ik_verwachten wat_moet_ik_verwachten wat_ik_moet_verwachten wat_ik_kan_verwachten eerste_keer voor_het_eerst hoe_gaat_dat hoe_gaat_dit hoe_gaat_het_gesprek hoe_gaat_de_intake wat_houdt_het_in wat_houdt_dit_in waar_is_dit_voor waar_is_het_voor waarvoor wat_is_een_intake wat_voor_afspraak wat_voor_gesprek hoe_werkt_het hoe_werkt_dit',
  },
  beside:
    'hoi hallo hey dag goedemorgen goedemiddag goedenavond goede morgen middag avond mag ik vragen vraag kunt u kun kan je jij mij me zeggen vertellen sturen weten wil graag of is zijn de het een mijn uw jullie onze afspraak intake gesprek en ook dan aub alstublieft svp nog moet moeten naar toe naartoe heen komen kom krijg krijgen hebben heb heeft wat welke welk hoe er daar voor van met bij mee aan op in ben niet meer precies vergeten weet eigenlijk even nou maar dat die dit deze ergens iets iemand ik we wij u begint begin gaat over ga doen daarvoor hiervoor kwijt ook_alweer alweer',
}
