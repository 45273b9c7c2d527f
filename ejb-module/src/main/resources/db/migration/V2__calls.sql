-- Calls, what was shown and said in them, and what goes on to the field.

create sequence work_seq start with 50 increment by 50;

create table phone_extension (
  extension   varchar(32) primary key,
  employee_id varchar(64) not null unique,
  bound_at    timestamp with time zone not null
);

create table phone_call (
  id             bigint       primary key,
  pbx            varchar(32)  not null,
  linked_id      varchar(150) not null,
  revision       integer      not null,
  queue          varchar(80),
  dialled        varchar(80),
  internal       boolean      not null,
  caller_kind    varchar(12)  not null,
  caller_number  varchar(80),
  caller_name    varchar(80),
  party_id       bigint       references party on delete set null,
  contact_id     bigint       references contact on delete set null,
  chosen_by      varchar(64),
  worked         boolean      not null,
  started_at     timestamp with time zone not null,
  answered_at    timestamp with time zone,
  answered_by    varchar(64),
  answered_ext   varchar(32),
  ended_at       timestamp with time zone,
  end_cause      varchar(12),
  disposition    varchar(20),
  follow_up_on   date,
  done_at        timestamp with time zone,
  callback_state varchar(10),
  callback_by    varchar(64),
  callback_at    timestamp with time zone,
  constraint phone_call_key unique (pbx, linked_id)
);
create index phone_call_started on phone_call (started_at);
create index phone_call_open on phone_call (pbx, ended_at);
create index phone_call_party on phone_call (party_id, started_at);
create index phone_call_callback on phone_call (callback_state);
create index phone_call_agent on phone_call (answered_by, started_at);

create table call_offer (
  id          bigint       primary key,
  call_id     bigint       not null references phone_call on delete cascade,
  leg_id      varchar(150) not null,
  extension   varchar(32)  not null,
  employee_id varchar(64),
  offered_at  timestamp with time zone not null,
  ended_at    timestamp with time zone,
  result      varchar(20),
  constraint call_offer_leg unique (call_id, leg_id)
);
create index call_offer_employee on call_offer (employee_id, ended_at);

create table call_note (
  call_id  bigint         primary key references phone_call on delete cascade,
  revision integer        not null,
  text     varchar(20000) not null,
  saved_at timestamp with time zone not null,
  saved_by varchar(64)    not null
);

create table lead_capture (
  call_id     bigint        primary key references phone_call on delete cascade,
  company     varchar(200)  not null,
  person      varchar(200),
  email       varchar(254),
  interest    varchar(2000),
  intent      varchar(30)   not null,
  captured_at timestamp with time zone not null,
  captured_by varchar(64)   not null
);

-- Rules are data: a change makes a new version, an old one stays for the ledger.
create table prompt_rule (
  id           varchar(64)   not null,
  version      integer       not null,
  definition   varchar(16000) not null,
  active       boolean       not null,
  created_at   timestamp with time zone not null,
  created_by   varchar(64)   not null,
  primary key (id, version)
);

-- The prompt ledger: each showing with its reasons, and each answer.
create table prompt_showing (
  id             bigint        primary key,
  call_id        bigint        not null references phone_call on delete cascade,
  party_id       bigint        references party on delete set null,
  occasion       varchar(30)   not null,
  rule_id        varchar(64)   not null,
  rule_version   integer       not null,
  selling        boolean       not null,
  place          integer       not null,
  value_class    varchar(1),
  phase          varchar(12),
  title_de       varchar(200)  not null,
  title_en       varchar(200)  not null,
  text_de        varchar(1000) not null,
  text_en        varchar(1000) not null,
  reason_de      varchar(1000) not null,
  reason_en      varchar(1000) not null,
  questions_de   varchar(2000) not null,
  questions_en   varchar(2000) not null,
  shown_at       timestamp with time zone not null,
  withdrawn_at   timestamp with time zone,
  answer         varchar(12),
  decline_reason varchar(20),
  later_on       date,
  answered_at    timestamp with time zone,
  answered_by    varchar(64),
  version        integer       not null
);
create index prompt_showing_call on prompt_showing (call_id);
create index prompt_showing_shown on prompt_showing (shown_at);
create index prompt_showing_party on prompt_showing (party_id, occasion);

create table handoff (
  id              bigint        primary key,
  handoff_key     varchar(64)   not null unique,
  revision        integer       not null,
  call_id         bigint        references phone_call on delete set null,
  party_id        bigint        not null references party,
  contact_id      bigint        references contact on delete set null,
  occasion        varchar(30),
  said            varchar(4000) not null,
  wanted          varchar(4000) not null,
  due_on          date          not null,
  urgency         varchar(10)   not null,
  state           varchar(12)   not null,
  sender_id       varchar(64)   not null,
  recipient_id    varchar(64)   not null,
  sent_at         timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  acknowledged_by varchar(64),
  answered_at     timestamp with time zone
);
create index handoff_recipient on handoff (recipient_id, state);
create index handoff_sender on handoff (sender_id, state);
create index handoff_party on handoff (party_id, state);
create index handoff_call on handoff (call_id);
create index handoff_sent on handoff (sent_at);

create table visit_report (
  id           bigint        primary key,
  handoff_id   bigint        not null unique references handoff on delete cascade,
  party_id     bigint        not null references party,
  author_id    varchar(64)   not null,
  visited_on   date          not null,
  mood         varchar(10),
  next_step    varchar(2000),
  next_step_on date,
  filed_at     timestamp with time zone not null
);
create index visit_report_party on visit_report (party_id);

create table visit_participant (
  report_id bigint       not null references visit_report on delete cascade,
  place     integer      not null,
  name      varchar(200) not null,
  role      varchar(20)  not null,
  primary key (report_id, place)
);

create table visit_topic (
  report_id bigint        not null references visit_report on delete cascade,
  place     integer       not null,
  text      varchar(1000) not null,
  primary key (report_id, place)
);

create table visit_commitment (
  report_id bigint        not null references visit_report on delete cascade,
  place     integer       not null,
  text      varchar(1000) not null,
  due_on    date,
  made_by   varchar(10)   not null,
  primary key (report_id, place)
);

-- What goes back to the CRM. A row is written in the transaction that creates the thing itself.
create table outbox (
  id              bigint         primary key,
  idempotency_key varchar(64)    not null unique,
  kind            varchar(30)    not null,
  subject_id      bigint         not null,
  created_at      timestamp with time zone not null,
  attempts        integer        not null,
  next_attempt_at timestamp with time zone not null,
  delivered_at    timestamp with time zone,
  reference       varchar(300),
  failed_at       timestamp with time zone,
  last_error      varchar(1000)
);
create index outbox_due on outbox (delivered_at, failed_at, next_attempt_at);

create table pbx_gap (
  id        bigint      primary key,
  pbx       varchar(32) not null,
  gap_from  timestamp with time zone not null,
  gap_to    timestamp with time zone
);
create index pbx_gap_from on pbx_gap (pbx, gap_from);

-- When a telephone system was last heard; after a crash of the server this is where the gap begins.
create table pbx_heard (
  pbx      varchar(32) primary key,
  heard_at timestamp with time zone not null
);

-- Sign-in for the demo and for a company without an identity provider.
create table account (
  login         varchar(64)  primary key,
  employee_id   varchar(64)  not null unique,
  password_hash varchar(300) not null,
  roles         varchar(200) not null
);

-- Keys that all nodes share, made on first use.
create table server_key (
  name       varchar(40)  primary key,
  key_base64 varchar(200) not null
);
