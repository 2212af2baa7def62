import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import { projectRoot } from '../config/env.ts'
import { exitCodes } from '../runtime/stop-reason.ts'
import type { Output } from './output.ts'
import { UsageError } from './wrong-use.ts'

/** Told the exit code of the command that ran. */
type OnCode = (code: number) => void

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
}

const version = (): string => {
  const { version: found } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  return found
}

function dutch(command: Command, out: Output): Command {
  return command
    .helpOption('-h, --help', 'toon deze hulp')
    .helpCommand(false)
    .exitOverride((error) => {
      throw new UsageError(error, command)
    })
    .showSuggestionAfterError(false)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[opties]').replace('[command]', 'opdracht'),
      styleSubcommandTerm: (term) => term.replace(' [options]', ''),
    })
    .configureOutput({
      writeOut: (text) => out.line(text.trimEnd()),
      writeErr: (text) => out.line(text.trimEnd()),
      outputError: () => undefined,
    })
}

const json = ['--json', 'antwoord als JSON, voor een programma'] as const

/** The whole command line. What a command does is imported when it is asked for. */
export function createProgram(out: Output, onCode: OnCode): Command {
  const program = dutch(new Command('opkomst'), out)
    .description('Aanmeldingen, afspraken en berichten aan consulenten.\nInstellingen: .env.example noemt ze allemaal.')
    .version(version(), '-V, --version', 'toon de versie')
  const verb = (parent: Command, usage: string, description: string): Command =>
    dutch(parent.command(usage), out).description(description)
  const group = (name: string, description: string): Command => verb(program, name, description)

  running(verb, program, out, onCode)
  playing(verb, program, out, onCode)
  looking(verb, group, program, out, onCode)
  keeping(verb, group, program, out, onCode)
  return program
}

type Verb = (parent: Command, usage: string, description: string) => Command
type Group = (name: string, description: string) => Command

function running(verb: Verb, program: Command, out: Output, onCode: OnCode): void {
  verb(program, 'start', 'start alles: de console en wat daaronder werkt').action(async () =>
    onCode(await (await import('./run.ts')).startCommand(out)),
  )
  verb(program, 'worker', 'start alleen de verwerking, naast een start op dezelfde database').action(async () =>
    onCode(await (await import('./run.ts')).workerCommand(out)),
  )
  verb(program, 'demo', 'speel drie trajecten versneld af, met de eis waaraan iedere stap voldoet')
    .option(...json)
    .action(async (options: { json?: true }) => {
      const texts = await (await import('./environment.ts')).configuredToPlay()
      const { runDemo } = await import('./demo.ts')
      await runDemo((line) => out.line(line), { json: options.json === true, texts })
      onCode(exitCodes.good)
    })
}

function playing(verb: Verb, program: Command, out: Output, onCode: OnCode): void {
  verb(program, 'play', 'speel zelf een traject: u bent de deelnemer en de coach, de klok is virtueel').action(
    async () => {
      const texts = await (await import('./environment.ts')).configuredToPlay()
      const { playInTerminal } = await import('./play.ts')
      await playInTerminal(texts, (line) => out.line(line))
      onCode(exitCodes.good)
    },
  )
}

function looking(verb: Verb, group: Group, program: Command, out: Output, onCode: OnCode): void {
  verb(program, 'doctor', 'kijk of alles werkt, en zeg wat er mis is en wat u kunt doen')
    .option(...json)
    .option('--quick', 'alleen de database en de wachtrij, voor een bewaker van dit proces')
    .action(async (options: { json?: true; quick?: true }) =>
      onCode(await (await import('./doctor.ts')).doctorCommand(out, options)),
    )
  verb(program, 'reconcile', 'vergelijk mails, termijnen en dossiers met wat er zou moeten staan')
    .option(...json)
    .action(async (options: { json?: true }) =>
      onCode(await (await import('./reconcile.ts')).reconcileCommand(out, options.json === true)),
    )

  verb(program, 'understand', 'zeg van berichten op de invoer, een JSON-object per regel, wat ze betekenen').action(
    async () => onCode(await (await import('./understand.ts')).understandCommand(out, process.stdin)),
  )

  const contracts = group('contracts', 'de contractbestanden')
  verb(contracts, 'check [map]', 'controleer de contracten, met bestand, regel en advies')
    .option(...json)
    .action(async (folder: string | undefined, options: { json?: true }) =>
      onCode(await (await import('./contracts.ts')).contractsCheckCommand(out, folder, options.json === true)),
    )

  const flows = group('flows', 'de gesprekken')
  verb(flows, 'check [map]', 'controleer het gesprek en zijn teksten, met bestand, regel en advies')
    .option(...json)
    .action(async (folder: string | undefined, options: { json?: true }) =>
      onCode(await (await import('./flows.ts')).flowsCheckCommand(out, folder, options.json === true)),
    )
  verb(flows, 'try [map]', 'praat met het gesprek in de terminal; niets wordt bewaard of verstuurd')
    .option('--taal <code>', 'de taal van de teksten: nl of en')
    .option('--begin <bericht>', 'het bericht waarmee het gesprek begint; anders de uitnodiging')
    .action(async (folder: string | undefined, options: { taal?: string; begin?: string }) =>
      onCode(await (await import('./flows.ts')).flowsTryCommand(out, folder, options)),
    )
  verb(flows, 'draw [map]', 'teken het gesprek, als Mermaid').action(async (folder: string | undefined) =>
    onCode(await (await import('./flows.ts')).flowsDrawCommand(out, folder)),
  )

  const inbox = group('inbox', 'de ingekomen mails; wat erin staat blijft in de console')
  verb(inbox, 'list', 'de laatste honderd mails en wat ervan werd')
    .option(...json)
    .action(async (options: { json?: true }) =>
      onCode(await (await import('./inbox.ts')).inboxListCommand(out, options.json === true)),
    )
  verb(inbox, 'show <kenmerk>', 'een mail: wanneer, waar gezien, en waarom hij wacht')
    .option(...json)
    .action(async (reference: string, options: { json?: true }) =>
      onCode(await (await import('./inbox.ts')).inboxShowCommand(out, reference, options.json === true)),
    )
  verb(inbox, 'counts', 'ontvangen = behandeld + wachtend')
    .option(...json)
    .action(async (options: { json?: true }) =>
      onCode(await (await import('./inbox.ts')).inboxCountsCommand(out, options.json === true)),
    )
  verb(inbox, 'reconcile', 'vergelijk wat op de mailserver ligt met het grootboek, op inhoud')
    .option(...json)
    .option('--take-in', 'neem aan wat op de server ligt en niet in het grootboek staat')
    .action(async (options: { json?: true; takeIn?: true }) => {
      const { inboxReconcileCommand } = await import('./inbox-reconcile.ts')
      const asked = { json: options.json === true, takeIn: options.takeIn === true }
      onCode(await inboxReconcileCommand(out, asked))
    })

  verb(inbox, 'read <bestand...>', 'lees .eml-bestanden in deze volgorde, in een database die weer verdwijnt')
    .option('--json', 'één JSON-object per bestand, per regel')
    .option('--settings <bestand>', 'YAML: onze eigen server, adressen en domeinen, en de domeinen per contract')
    .action(async (files: string[], options: { json?: true; settings?: string }) =>
      onCode(await (await import('./inbox-read.ts')).inboxReadCommand(out, files, options)),
    )

  const journeys = group('journeys', 'de trajecten')
  verb(journeys, 'list', 'alle trajecten, zonder namen')
    .option(...json)
    .action(async (options: { json?: true }) =>
      onCode(await (await import('./journeys.ts')).journeysListCommand(out, options.json === true)),
    )
}

function keeping(verb: Verb, group: Group, program: Command, out: Output, onCode: OnCode): void {
  const sending = group('sending', 'de stopknop voor alles wat naar buiten gaat')
  verb(sending, 'stop', 'laat niets meer uitgaan').action(async () =>
    onCode(await (await import('./sending.ts')).sendingSetCommand(out, true)),
  )
  verb(sending, 'resume', 'laat weer uitgaan wat SENDING toestaat').action(async () =>
    onCode(await (await import('./sending.ts')).sendingSetCommand(out, false)),
  )
  verb(sending, 'status', 'zeg wat er nu uit mag')
    .option(...json)
    .action(async (options: { json?: true }) =>
      onCode(await (await import('./sending.ts')).sendingStatusCommand(out, options.json === true)),
    )

  verb(program, 'backup <map>', 'bewaar de database in een map; zonder de sleutels is zij onleesbaar')
    .option('--keys-to <map>', 'bewaar ook de sleutels, in een andere map')
    .action(async (folder: string, options: { keysTo?: string }) =>
      onCode(await (await import('./backup.ts')).backupCommand(out, folder, options.keysTo)),
    )
  verb(program, 'restore <map>', 'zet een reservekopie terug in een lege database')
    .requiredOption('--keys-from <map>', 'de map met de bewaarde sleutels')
    .action(async (folder: string, options: { keysFrom: string }) =>
      onCode(await (await import('./restore.ts')).restoreCommand(out, folder, options.keysFrom)),
    )

  const keys = group('keys', 'de sleutels waarmee persoonsgegevens zijn versleuteld')
  verb(keys, 'backup <map>', 'bewaar de sleutels in een map; nooit bij de reservekopie van de database').action(
    async (folder: string) => onCode(await (await import('./backup.ts')).keysBackupCommand(out, folder)),
  )
  verb(keys, 'rotate', 'neem een nieuwe hoofdsleutel; Opkomst moet stilstaan')
    .option('--to <bestand>', 'bestand voor de nieuwe sleutel (nodig als MASTER_KEY is gezet)')
    .action(async (options: { to?: string }) =>
      onCode(await (await import('./keys.ts')).keysRotateCommand(out, options.to)),
    )
}
