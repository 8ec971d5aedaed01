-- What an organization seals its documents with. The keys lie sealed; the certificates are public.

create table sealing_certificates (
  organization_id uuid not null primary key references organizations,
  certificate text not null,
  root_certificate text not null,
  signing_key_sealed text not null,
  root_key_sealed text not null,
  made_at timestamptz not null
);
call guard_by_organization('sealing_certificates');
grant select, insert on sealing_certificates to muster_app;
