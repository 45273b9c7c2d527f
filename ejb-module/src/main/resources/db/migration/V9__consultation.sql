-- Whom an agent asks on his own telephone while his caller waits; null when he does not ask.
alter table call_offer add column consult_target varchar(80);
-- Whether whom he asks has picked up.
alter table call_offer add column consult_reached boolean default false not null;
-- As what a telephone rings with which a parked caller is fetched, beginning with zuruf-; null when none does.
alter table phone_call add column fetched_as varchar(80);
create index phone_call_fetched on phone_call (fetched_as);
