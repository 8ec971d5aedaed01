-- When somebody was last here: from the sessions they have and, once those are over, from what is kept of them.

alter table auth.people add column last_seen_at timestamptz;

create function keep_last_sign_of_life() returns trigger language plpgsql as $$
begin
  update auth.people set last_seen_at = greatest(last_seen_at, old.last_seen_at) where id = old.person_id;
  return null;
end $$;

create trigger a_session_that_ends_is_remembered after delete on auth.sessions
  for each row execute function keep_last_sign_of_life();

create function last_seen(person uuid) returns timestamptz language sql stable
  as $$
    select greatest(
      (select p.last_seen_at from auth.people p where p.id = person),
      (select max(s.last_seen_at) from auth.sessions s where s.person_id = person)
    )
  $$;
