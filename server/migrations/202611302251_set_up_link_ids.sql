-- The token of a set-up link is made from its id and the key, so that every process of an install can print it.
alter table auth.set_up_links add column id uuid;
