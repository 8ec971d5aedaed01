export type SealingTables = {
  sealing_certificates: {
    organization_id: string
    certificate: string
    certificate_sha256: string
    root_certificate: string
    signing_key_sealed: string
    root_key_sealed: string
    made_at: Date
  }
}
