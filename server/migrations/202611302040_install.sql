-- Is this database the one that this install works on, or a copy of an earlier state? What the decision rests on is
-- kept twice, here and in a small file outside; `kernel/install` compares the two.

create schema install;
grant usage on schema install to muster_app;

-- Restored mode: while it lasts nothing is changed, sent or paid.
create table install.standing (
  only_row boolean primary key default true,
  restored_at timestamptz,
  reason text,
  constraint there_is_one_row check (only_row),
  constraint restored_mode_says_why check ((restored_at is null) = (reason is null))
);
insert into install.standing default values;
grant select, update on install.standing to muster_app;

-- Each data folder that works with this database, as its epoch file must show it. The token moves on all the time;
-- the one before is good too, because the file is written after the row.
create table install.places (
  id uuid primary key,
  token uuid not null,
  token_before uuid not null,
  mark jsonb not null,
  worked_at timestamptz not null
);

-- Whoever was signed in when the copy was made may have lost that right since.
create function install.end_every_session() returns trigger language plpgsql as $$
begin
  delete from auth.sessions;
  return null;
end $$;
create trigger sessions_end_in_restored_mode after update of restored_at on install.standing
  for each row when (old.restored_at is null and new.restored_at is not null)
  execute function install.end_every_session();
