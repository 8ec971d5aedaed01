-- What the file of an invoice says and what was odd about it, so that whoever approves sees where the two differ. Invoices
-- read before have none.
alter table invoices add column file_reading jsonb;
alter table invoices add constraint a_reading_has_a_file check (file_reading is null or file_id is not null);
