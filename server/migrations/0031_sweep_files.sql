-- Uploads that nothing takes up are swept away after a day.

create index files_by_hash on files (organization_id, sha256);
grant delete on files to muster_app;
-- Whatever else goes wrong, the application cannot remove a file that belongs to something.
create policy only_what_waits_is_removed on files as restrictive for delete to muster_app using (attached_at is null);

-- Whose uploads wait since before then: an organization each, and nothing else.
create function organizations_with_forgotten_files(before timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct organization_id from files where attached_at is null and uploaded_at < before $$;
revoke all on function organizations_with_forgotten_files from public;
grant execute on function organizations_with_forgotten_files to muster_app;
