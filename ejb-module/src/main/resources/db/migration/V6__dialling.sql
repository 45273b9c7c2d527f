-- Calls that agents dial from the browser: they have a card as calls that come in do.
alter table phone_call add column dialled_here boolean default false not null;
-- When the own telephone was picked up and the number dialled; null until then, and for calls dialled at the telephone.
alter table phone_call add column placed_at timestamp with time zone;
