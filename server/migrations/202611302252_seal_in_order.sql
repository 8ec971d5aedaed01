-- Lays the chain in the order of recording even after a long stop: from where it stands on, not from an hour ago.

create function seal_journal_from_head(at timestamptz, how_many integer)
  returns table (head_position bigint, head_chain bytea) language sql as $$
    select sealed.* from seal_journal(coalesce((
      select j.recorded_at - interval '1 hour' from journal_seals s
      join journal j on j.organization_id = s.organization_id and j.id = s.journal_id
      where s.organization_id = current_organization() order by s.position desc limit 1
    ), '-infinity'), at, how_many) as sealed
  $$;
