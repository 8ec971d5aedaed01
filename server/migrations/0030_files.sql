-- Stored files: what they are, who brought them, what they belong to. The bytes lie on disk under their SHA-256.

create table files (
  organization_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  sensitivity text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  attached_at timestamptz,
  subject_id uuid,
  contractor_id uuid,
  department_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, department_id) references departments,
  constraint a_file_is_not_empty check (size_bytes > 0),
  constraint a_hash_is_sha_256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint a_name_is_no_path check (name !~ '[/\\[:cntrl:]]' and length(name) between 1 and 200),
  constraint sensitivity_is_known check (sensitivity in ('normal', 'protected')),
  constraint what_waits_belongs_to_nobody_yet check (
    attached_at is not null or (subject_id is null and contractor_id is null and department_id is null)
  )
);
create index files_of_a_subject on files (organization_id, subject_id, uploaded_at);
create index files_of_a_department on files (organization_id, department_id);
create index files_that_wait on files (organization_id, uploaded_by, uploaded_at) where attached_at is null;
call guard_by_organization('files');
-- A file never becomes another one: only what it belongs to can be settled later.
grant select, insert, update (sensitivity, attached_at, subject_id, contractor_id, department_id) on files to muster_app;
