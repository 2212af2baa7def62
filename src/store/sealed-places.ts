/** Where sealed values stand; also their associated data. */
export const places = {
  participant: (id: string) => `participants.data.${id}`,
  state: (id: string) => `journeys.state.${id}`,
  session: (id: string) => `journeys.session.${id}`,
  outgoing: (id: string) => `outgoing.body.${id}`,
  inbound: (id: string) => `inbound.body.${id}`,
  proofPhoto: (id: string) => `proof_photos.bytes.${id}`,
  sender: (id: string) => `inbound.sender.${id}`,
}
