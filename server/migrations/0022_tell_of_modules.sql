-- What an organization is called, looks like and has switched off is kept in memory with who belongs to it.

create function tell_organization_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('muster_access', 'everybody');
  return null;
end $$;

create trigger organizations_change_everywhere
  after update of name, programme_name, brand_color, logo_file_id, modules_off on organizations
  for each row execute function tell_organization_changed();
