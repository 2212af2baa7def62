/** The packages bring no types: only what is used here. */
declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: unknown): void
  }
  export function containerBootstrap(): Promise<Container>
}

declare module '@nlpjs/nlp' {
  import type { Container } from '@nlpjs/core'
  export class Nlp {
    constructor(settings: { container: Container; autoSave: false; forceNER: false; log: false; nlu: { log: false } })
    addLanguage(code: string): void
    addDocument(code: string, text: string, intent: string): void
    train(): Promise<void>
    process(code: string, text: string): Promise<{ readonly intent: string }>
  }
}

declare module '@nlpjs/lang-nl' {
  export const LangNl: unknown
}
declare module '@nlpjs/lang-en' {
  export const LangEn: unknown
}
declare module '@nlpjs/lang-tr' {
  export const LangTr: unknown
}
declare module '@nlpjs/lang-ar' {
  export const LangAr: unknown
}
declare module '@nlpjs/lang-pl' {
  export const LangPl: unknown
}
declare module '@nlpjs/lang-uk' {
  export const LangUk: unknown
}
declare module '@nlpjs/lang-ru' {
  export const LangRu: unknown
}
declare module '@nlpjs/lang-fa' {
  export const LangFa: unknown
}
declare module '@nlpjs/lang-es' {
  export const LangEs: unknown
}
declare module '@nlpjs/lang-fr' {
  export const LangFr: unknown
}
