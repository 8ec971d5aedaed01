-- A number is its runs of letters and digits with their borders, used once per payee and calendar year of issue; what was
-- rejected or made void frees it again.

drop index one_number_per_payee;

-- The key as the server makes it from now on, for the invoices that are there.
create function pg_temp.number_key(number text) returns text language plpgsql as $$
declare
  plain text := normalize(number, NFKD);
  token text;
  run text;
  key text := '';
  is_number boolean;
  was_number boolean;
  is_first boolean;
begin
  plain := upper(normalize(regexp_replace(plain, '[\u0300-\u036f\u00ad\u115f\u1160\u200b-\u200f\u2060-\u2064\u3164\ufeff]', '', 'g'), NFKC));
  plain := translate(plain,
    'АВЕКМНОРСТХУІЅЈӀавекмнорстхуіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεζηικμνορτυχ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९',
    'ABEKMHOPCTXYISJIABEKMHOPCTXYISJABEZHIKMNOPTYXABEZHIKMNOPTYX012345678901234567890123456789');
  plain := regexp_replace(plain, '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f\u2190-\u2bff\u3000-\u3003\u3008-\u3020]+', ' ', 'g');
  for token in select one from regexp_split_to_table(plain, ' ') as one where one <> '' loop
    is_first := true;
    for run in select piece.found[1] from regexp_matches(token, '[OIL0-9]+|[^OIL0-9]+', 'g') as piece(found) loop
      is_number := run ~ '[0-9]' or run ~ '^[OIL]' and run = token;
      run := translate(run, 'OIL', '011');
      if is_number then run := regexp_replace(run, '^0+(?=[0-9])', ''); end if;
      if is_first and key <> '' and not (
        case when was_number then not is_number and run ~ '^[^01]' else is_number and key ~ '[^01]$' end)
      then key := key || '-'; end if;
      key := key || run;
      was_number := is_number;
      is_first := false;
    end loop;
  end loop;
  return coalesce(nullif(key, ''), nullif(trim(normalize(number, NFKC)), ''), number);
end $$;

-- Letters, perhaps one sign, and digits have the key they had; letters that can be taken for digits are looked at again.
update invoices set number_key = pg_temp.number_key(number)
where number !~ '^([A-NP-Za-np-z]*[A-HJKMNP-Za-hjkmnp-z])?[^A-Za-z0-9]?[0-9]+$';

-- Two that the new key makes one were both accepted: the later ones keep a key of their own.
update invoices i set number_key = i.number_key || ' ' || i.id
where i.status not in ('void', 'rejected') and exists (
  select from invoices before
  where before.organization_id = i.organization_id and before.contractor_id = i.contractor_id
    and before.number_key = i.number_key and before.id < i.id and before.status not in ('void', 'rejected')
    and extract(year from before.issued_on) = extract(year from i.issued_on));

create unique index one_number_per_payee_and_year
  on invoices (organization_id, contractor_id, number_key, (extract(year from issued_on)))
  where status not in ('void', 'rejected');
