-- A file is opened by those who see the object it belongs to, as that stands today: where the object was filed when the
-- file came says nothing any more.
alter table files drop constraint what_waits_belongs_to_nobody_yet;
alter table files drop column department_id;
alter table files add constraint what_waits_belongs_to_nobody_yet
  check (attached_at is not null or (subject_id is null and contractor_id is null));

-- Whoever is limited to departments finds what is filed under one of them; what is filed under none is the business of
-- members without a limit.
create or replace function contractors_matching(asked contractor_filter) returns setof contractors
  language sql stable as $$
  select c.* from contractors c
  where c.organization_id = current_organization()
    and ((asked).terms is null or (
      (beginnings_of((asked).terms) is null or c.search @@ beginnings_of((asked).terms))
      and (wide_words_of((asked).terms) = '{}'
        or (wide_letters(c.words) @> wide_letters((asked).terms) and c.words like all (wide_words_of((asked).terms))))))
    and ((asked).states is null or c.status = any ((asked).states))
    and ((asked).countries is null or c.country = any ((asked).countries))
    and ((asked).skills is null or c.skills @> (asked).skills)
    and ((asked).types is null or c.type_id = any ((asked).types))
    and ((asked).availabilities is null or c.availability = any ((asked).availabilities))
    and ((asked).departments is null or c.department_id = any ((asked).departments)) $$;
