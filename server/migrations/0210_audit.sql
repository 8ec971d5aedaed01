-- The chain over the journal. Rows carry their own hash from the transaction that made them; the chain is laid over
-- committed rows afterwards, so that writers of an organization do not queue for its head.

create table journal_seals (
  organization_id uuid not null references organizations,
  position bigint not null,
  journal_id uuid not null,
  chain bytea not null,
  sealed_at timestamptz not null,
  primary key (organization_id, position),
  foreign key (organization_id, journal_id) references journal,
  constraint sealed_once unique (organization_id, journal_id),
  constraint positions_start_at_one check (position > 0)
);
create trigger journal_seals_are_append_only before update or delete or truncate on journal_seals
  execute function refuse_change();
call guard_by_organization('journal_seals');
grant select, insert on journal_seals to muster_app;

-- Who has rows that are not in the chain yet; nothing else leaves.
create function organizations_with_unsealed_journal(recorded_after timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
    select distinct j.organization_id from journal j
    where j.recorded_at > recorded_after and not exists (
      select from journal_seals s where s.organization_id = j.organization_id and s.journal_id = j.id)
  $$;
revoke all on function organizations_with_unsealed_journal from public;
grant execute on function organizations_with_unsealed_journal to muster_app;

-- Lays the chain over the unsealed rows of this transaction's organization: each link is the SHA-256 of the link before
-- and the row's own hash; the first link hangs on the organization's id. Answers the new head, or no row.
create function seal_journal(recorded_after timestamptz, at timestamptz, how_many integer)
  returns table (head_position bigint, head_chain bytea) language plpgsql as $$
declare
  here uuid := current_organization();
  entry record;
begin
  perform pg_advisory_xact_lock(hashtextextended('journal seals ' || here, 0));
  select s.position, s.chain into head_position, head_chain from journal_seals s
    where s.organization_id = here order by s.position desc limit 1;
  head_position := coalesce(head_position, 0);
  head_chain := coalesce(head_chain, sha256(convert_to(here::text, 'utf8')));
  for entry in
    select j.id, j.hash from journal j
    where j.organization_id = here and j.recorded_at > recorded_after and not exists (
      select from journal_seals s where s.organization_id = here and s.journal_id = j.id)
    order by j.recorded_at, j.id limit how_many
  loop
    head_position := head_position + 1;
    head_chain := sha256(head_chain || entry.hash);
    insert into journal_seals values (here, head_position, entry.id, head_chain, at);
  end loop;
  return next;
end $$;
