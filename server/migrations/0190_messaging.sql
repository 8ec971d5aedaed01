-- Mails that are to go out. What a mail says may carry a link that signs somebody in, so it is sealed, and dropped once
-- it was handed to the mail server.

create table outgoing_mails (
  organization_id uuid not null references organizations,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  to_name text not null,
  to_address text not null,
  subject text not null,
  content_sealed text,
  status text not null,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  written_at timestamptz not null,
  sent_at timestamptz,
  primary key (organization_id, id),
  constraint sent_mail_says_when check ((status = 'sent') = (sent_at is not null))
);
create index outgoing_mails_due on outgoing_mails (next_try_at) where status = 'waiting';
create index outgoing_mails_by_time on outgoing_mails (organization_id, id desc);
call guard_by_organization('outgoing_mails');
call only_legal_transitions('outgoing_mails', 'waiting>sent, waiting>failed, failed>waiting');
grant select, insert, update on outgoing_mails to muster_app;

create function organizations_with_waiting_mail(before timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct organization_id from outgoing_mails where status = 'waiting' and next_try_at <= before $$;
revoke all on function organizations_with_waiting_mail from public;
grant execute on function organizations_with_waiting_mail to muster_app;
