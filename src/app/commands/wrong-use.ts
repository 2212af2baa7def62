import type { CommanderError } from 'commander'

const named = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? ''

/** A mistake in the command line as one Dutch sentence; undefined when help was asked for, which is no mistake. */
export function wrongUse({ code, message }: CommanderError): string | undefined {
  const name = named(message)
  switch (code) {
    case 'commander.helpDisplayed':
    case 'commander.help':
    case 'commander.version':
      return undefined
    case 'commander.unknownCommand':
      return `De opdracht '${name}' bestaat niet: 'opkomst --help' noemt ze allemaal.`
    case 'commander.unknownOption':
      return `De optie '${name}' bestaat hier niet: vraag met --help welke er zijn.`
    case 'commander.missingArgument':
      return `Hier ontbreekt '${name}': vraag met --help wat daar moet staan.`
    case 'commander.excessArguments':
      return 'Er staat te veel op de regel: vraag met --help wat deze opdracht verwacht.'
    case 'commander.optionMissingArgument':
    case 'commander.missingMandatoryOptionValue':
      return `De optie '${name}' is nodig, met een waarde erachter: vraag met --help welke.`
    default:
      return 'Deze opdracht is niet te begrijpen: vraag met --help hoe zij werkt.'
  }
}
