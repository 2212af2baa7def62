import { CommanderError, type Command } from 'commander'

/** A mistake in the command line, or a request for help, with the command in which it was made. */
export class UsageError extends CommanderError {
  /** As typed: 'opkomst sending'. */
  readonly command: string

  constructor({ exitCode, code, message }: CommanderError, command: Command) {
    super(exitCode, code, message)
    this.command = fullName(command)
  }
}

const fullName = (command: Command): string =>
  command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name()

const named = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? ''

/** A mistake in the command line as one Dutch sentence; undefined when help was asked for, which is no mistake. */
export function wrongUse({ code, message, command }: UsageError): string | undefined {
  const name = named(message)
  const help = `'${command} --help'`
  switch (code) {
    case 'commander.helpDisplayed':
    case 'commander.help':
    case 'commander.version':
      return undefined
    case 'commander.unknownCommand':
      return `De opdracht '${name}' bestaat niet: ${help} noemt ze allemaal.`
    case 'commander.unknownOption':
      return `De optie '${name}' bestaat hier niet: ${help} noemt welke er zijn.`
    case 'commander.missingArgument':
      return `Hier ontbreekt '${name}': ${help} zegt wat daar moet staan.`
    case 'commander.excessArguments':
      return `Er staat te veel op de regel: ${help} zegt wat deze opdracht verwacht.`
    case 'commander.optionMissingArgument':
    case 'commander.missingMandatoryOptionValue':
      return `De optie '${name}' is nodig, met een waarde erachter: ${help} zegt welke.`
    default:
      return `Deze opdracht is niet te begrijpen: ${help} zegt hoe zij werkt.`
  }
}
