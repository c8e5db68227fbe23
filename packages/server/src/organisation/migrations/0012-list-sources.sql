-- What the codes in a list's `source` stand for, as its file says: code → name.
alter table organisation.list add column sources jsonb;
