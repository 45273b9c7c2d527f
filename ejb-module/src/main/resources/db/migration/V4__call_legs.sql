-- What becomes of a call after somebody has picked it up: how long each one talks and holds, who passes it on, where it is parked.
alter table call_offer add column talk_ended_at timestamp with time zone;
alter table call_offer add column held_since timestamp with time zone;
alter table call_offer add column held_until timestamp with time zone;
alter table call_offer add column held_millis bigint default 0 not null;
-- Whoever passed a call on closes his own card; the call's done_at is that of whoever has it last.
alter table call_offer add column closed_at timestamp with time zone;

alter table phone_call add column talk_ended_at timestamp with time zone;
alter table phone_call add column parked_space varchar(80);
alter table phone_call add column voicemail_at timestamp with time zone;
alter table phone_call add column transferred boolean default false not null;
-- One of ours has called somebody outside.
alter table phone_call add column outgoing boolean default false not null;

create table call_transfer (
  id             bigint       primary key,
  call_id        bigint       not null references phone_call on delete cascade,
  leg_id         varchar(150) not null,
  extension      varchar(80)  not null,
  employee_id    varchar(64),
  target         varchar(80),
  asked          boolean      not null,
  transferred_at timestamp with time zone not null,
  constraint call_transfer_leg unique (call_id, leg_id)
);
