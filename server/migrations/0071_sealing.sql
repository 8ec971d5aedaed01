-- What an organization seals its documents with. The keys lie sealed; the certificates are public.

create table sealing_certificates (
  organization_id uuid not null primary key references organizations,
  certificate text not null,
  -- Of the certificate as it stands in a signature (DER), in hexadecimal digits.
  certificate_sha256 text not null,
  root_certificate text not null,
  signing_key_sealed text not null,
  root_key_sealed text not null,
  made_at timestamptz not null
);
create index sealing_certificates_by_hash on sealing_certificates (certificate_sha256);
call guard_by_organization('sealing_certificates');
grant select, insert on sealing_certificates to muster_app;

-- Whose certificate signed a file: what a stranger needs to judge a seal, and all of it stands in the file.
create function sealing_certificate(wanted_sha256 text) returns table (organization_name text, certificates text[])
  language sql stable security definer set search_path = public, pg_temp as $$
    select o.name, array[s.certificate, s.root_certificate]
    from sealing_certificates s join organizations o on o.organization_id = s.organization_id
    where s.certificate_sha256 = wanted_sha256
  $$;
revoke all on function sealing_certificate from public;
grant execute on function sealing_certificate to muster_app;
