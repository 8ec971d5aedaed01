-- What somebody may still do in the portal follows from how they stand with the organization. It lies here, beside the
-- right to sign in, so that every process hears of a change by the trigger that is on this table already.

alter table contractor_access add column standing text not null default 'open';
alter table contractor_access add column standing_since timestamptz;
update contractor_access a set standing_since = a.granted_at;
update contractor_access a
  set standing = case
      when c.do_not_engage_since is not null then 'banned'
      when c.status = 'paused' then 'paused'
      when c.status = 'ended' then 'ended'
      when c.status in ('archived', 'declined', 'withdrawn', 'rejected') then 'closed'
      else 'open'
    end,
    standing_since = c.moved_at
  from contractors c
  where c.organization_id = a.organization_id and c.id = a.contractor_id;
alter table contractor_access alter column standing_since set not null;
alter table contractor_access
  add constraint a_standing_is_known check (standing in ('open', 'paused', 'ended', 'closed', 'banned'));
grant update on contractor_access to muster_app;

drop function places_of;
create function places_of(person uuid) returns table (
  organization_id uuid, slug text, name text, roles text[], department_ids uuid[], is_member boolean,
  contractor_id uuid, standing text, standing_since timestamptz, programme_name text, brand_color text,
  has_logo boolean, modules_off text[]
)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select o.organization_id, o.slug, o.name, coalesce(m.roles, '{}'), m.department_ids, m.id is not null,
      c.contractor_id, c.standing, c.standing_since, o.programme_name, o.brand_color, o.logo_file_id is not null,
      o.modules_off
    from (
      select mine.organization_id from members mine where mine.person_id = person and mine.status = 'active'
      union
      select theirs.organization_id from contractor_access theirs where theirs.person_id = person
    ) as place
    join organizations o on o.organization_id = place.organization_id
    left join members m on m.organization_id = place.organization_id and m.person_id = person and m.status = 'active'
    left join contractor_access c on c.organization_id = place.organization_id and c.person_id = person
    order by o.name, o.organization_id
    limit 200
  $$;
revoke all on function places_of from public;
grant execute on function places_of to muster_app;
