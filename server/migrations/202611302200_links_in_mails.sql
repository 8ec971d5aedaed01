-- Links are put into a mail only while it is handed to the mail server: what lies here names a link, and only the key
-- file makes its address out of that.

alter table outgoing_mails add column link_purpose text;
alter table outgoing_mails add column link_id uuid;
alter table outgoing_mails
  add constraint a_link_has_a_purpose check ((link_purpose is null) = (link_id is null));
create index outgoing_mails_with_a_link on outgoing_mails (organization_id, id) where link_id is not null;

-- Whoever made a link may look at it once, to hand it over by themselves.
alter table links add column made_by uuid;
alter table links add column shown_at timestamptz;
