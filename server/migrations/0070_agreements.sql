-- Agreements: the texts an organization agrees on, version by version, and what was sent, signed and sealed of them.

create table agreement_templates (
  organization_id uuid not null references organizations,
  id uuid not null,
  archived_at timestamptz,
  version integer not null,
  primary key (organization_id, id)
);
call guard_by_organization('agreement_templates');
grant select, insert, update on agreement_templates to muster_app;

-- A change of a template makes another version; what was sent names the version it was made of.
create table agreement_template_versions (
  organization_id uuid not null,
  template_id uuid not null,
  version integer not null,
  name text not null,
  kind text not null,
  body text not null,
  counter_signature boolean not null,
  days_to_sign integer not null,
  note text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (organization_id, template_id, version),
  foreign key (organization_id, template_id) references agreement_templates,
  constraint agreement_kind_is_known check (kind in ('nda', 'msa', 'sow', 'other')),
  constraint a_template_gives_time_to_sign check (days_to_sign between 1 and 365)
);
create trigger template_versions_are_kept before update or delete or truncate on agreement_template_versions
  execute function refuse_change();
call guard_by_organization('agreement_template_versions');
grant select, insert on agreement_template_versions to muster_app;

create table agreements (
  organization_id uuid not null references organizations,
  id uuid not null,
  template_id uuid not null,
  template_version integer not null,
  contractor_id uuid not null,
  engagement_id uuid,
  replaces_id uuid,
  title text not null,
  kind text not null,
  counter_signature boolean not null,
  fields jsonb not null default '{}',
  -- What people read and agree to, and the SHA-256 of its canonical JSON. Set when it is sent.
  content jsonb,
  content_sha256 text,
  expires_on date,
  status text not null,
  reason text,
  drafted_by uuid not null,
  sent_by uuid,
  sent_at timestamptz,
  viewed_at timestamptz,
  completed_at timestamptz,
  moved_at timestamptz not null,
  pdf_file_id uuid,
  pdf_sha256 text,
  sealed_file_id uuid,
  sealed_sha256 text,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, template_id, template_version) references agreement_template_versions,
  foreign key (organization_id, contractor_id) references contractors,
  foreign key (organization_id, engagement_id) references engagements,
  foreign key (organization_id, replaces_id) references agreements,
  foreign key (organization_id, pdf_file_id) references files,
  foreign key (organization_id, sealed_file_id) references files,
  constraint what_is_sent_is_fixed check (status in ('draft', 'voided') or (content is not null and
    content_sha256 is not null and expires_on is not null and sent_by is not null and sent_at is not null)),
  constraint what_is_completed_says_when check ((status in ('completed', 'superseded')) = (completed_at is not null)),
  constraint only_what_is_completed_is_sealed check (sealed_sha256 is null or completed_at is not null),
  constraint nothing_replaces_itself check (replaces_id <> id)
);
create index agreements_by_status on agreements (organization_id, status, id);
create index agreements_by_contractor on agreements (organization_id, contractor_id, id);
create index agreements_by_engagement on agreements (organization_id, engagement_id);
create index agreements_by_template on agreements (organization_id, template_id, template_version);
create index agreements_by_replaced on agreements (organization_id, replaces_id);
create index agreements_by_pdf on agreements (organization_id, pdf_file_id);
create index agreements_by_sealed_file on agreements (organization_id, sealed_file_id);
create index agreements_by_seal on agreements (sealed_sha256) where sealed_sha256 is not null;
create index agreements_to_expire on agreements (expires_on) where status in ('sent', 'viewed', 'partially_signed');
call guard_by_organization('agreements');
call only_legal_transitions('agreements', '
  draft>sent, draft>voided, sent>viewed, sent>declined, sent>voided, sent>expired, viewed>partially_signed,
  viewed>completed, viewed>declined, viewed>voided, viewed>expired, partially_signed>completed,
  partially_signed>voided, partially_signed>expired, completed>superseded');
grant select, insert, update on agreements to muster_app;

create function refuse_other_text() returns trigger language plpgsql as $$
begin
  raise exception 'the text of an agreement that was sent stays as it is' using errcode = 'insufficient_privilege';
end $$;
create trigger a_sent_text_stays before update of content, content_sha256, sealed_sha256 on agreements for each row
  when (old.content is distinct from new.content and old.content is not null
    or old.content_sha256 is distinct from new.content_sha256 and old.content_sha256 is not null
    or old.sealed_sha256 is distinct from new.sealed_sha256 and old.sealed_sha256 is not null)
  execute function refuse_other_text();

-- One row per signature, with what proves whose it is. The hash is that of the text the signer was shown.
create table agreement_signatures (
  organization_id uuid not null,
  agreement_id uuid not null,
  role text not null,
  person_id uuid not null,
  name text not null,
  capacity text not null,
  mark jsonb not null,
  content_sha256 text not null,
  consent_version text not null,
  evidence jsonb not null,
  signed_at timestamptz not null,
  primary key (organization_id, agreement_id, role),
  foreign key (organization_id, agreement_id) references agreements,
  constraint two_people_sign unique (organization_id, agreement_id, person_id),
  constraint signing_role_is_known check (role in ('contractor', 'organization'))
);
create trigger signatures_are_kept before update or delete or truncate on agreement_signatures
  execute function refuse_change();
call guard_by_organization('agreement_signatures');
grant select, insert on agreement_signatures to muster_app;

-- Whose agreements run out before a day: an organization each, and nothing else.
create function organizations_with_expiring_agreements(on_day date) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
    select distinct organization_id from agreements
    where status in ('sent', 'viewed', 'partially_signed') and expires_on < on_day
  $$;

-- What somebody who holds a sealed file may learn of it: nothing that does not stand in the file already.
create function sealed_agreement(file_sha256 text) returns table (document json)
  language sql stable security definer set search_path = public, pg_temp as $$
    select json_build_object('organizationName', o.name, 'title', a.title, 'completedAt', utc_text(a.completed_at),
      'signers', (select json_agg(json_build_object('name', s.name, 'role', s.role, 'signedAt', utc_text(s.signed_at))
          order by s.signed_at, s.role)
        from agreement_signatures s where s.organization_id = a.organization_id and s.agreement_id = a.id))
    from agreements a join organizations o on o.organization_id = a.organization_id
    where a.sealed_sha256 = file_sha256
  $$;
revoke all on function organizations_with_expiring_agreements, sealed_agreement from public;
grant execute on function organizations_with_expiring_agreements, sealed_agreement to muster_app;
