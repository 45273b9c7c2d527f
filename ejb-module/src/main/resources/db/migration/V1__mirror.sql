-- The customer mirror: what the company's CRM knows, in our words. external_id is the CRM's identity.
-- Valid on PostgreSQL 15+ and on H2 in PostgreSQL mode.

create sequence mirror_seq start with 500 increment by 500;

create table employee (
  id          varchar(64)  primary key,
  name        varchar(200) not null,
  role        varchar(20)  not null,
  team        varchar(100),
  email       varchar(254),
  extension   varchar(32),
  deputy_id   varchar(64),
  absent      boolean      not null
);

create table product_group (
  id   varchar(64)  primary key,
  name varchar(200) not null
);

create table product (
  id        varchar(64)  primary key,
  name      varchar(200) not null,
  group_id  varchar(64)  not null references product_group,
  orderable boolean      not null
);

create table party (
  id              bigint       primary key,
  external_id     varchar(64)  not null unique,
  name            varchar(200) not null,
  search_name     varchar(400) not null,
  industry        varchar(40),
  size_class      varchar(10),
  street          varchar(200),
  postcode        varchar(20),
  city            varchar(100),
  country         varchar(2)   not null,
  owner_id        varchar(64),
  inside_sales_id varchar(64),
  potential       numeric(14, 2),
  customer_since  date,
  cancelled_on    date,
  payment_blocked boolean      not null,
  satisfied       boolean      not null,
  -- Orders have changed since the figures were computed.
  figures_due     boolean      default false not null
);
create index party_figures_due on party (figures_due, id);
create index party_search on party (search_name);

create table contact (
  id          bigint       primary key,
  external_id varchar(64)  not null unique,
  party_id    bigint       not null references party on delete cascade,
  name        varchar(200) not null,
  search_name varchar(400) not null,
  function    varchar(100),
  email       varchar(254),
  active      boolean      not null
);
create index contact_party on contact (party_id);
create index contact_search on contact (search_name);

-- A number belongs to a company (contact_id null) or to one of its people.
create table phone_number (
  id         bigint      primary key,
  party_id   bigint      not null references party on delete cascade,
  contact_id bigint      references contact on delete cascade,
  e164       varchar(20) not null,
  kind       varchar(10) not null
);
create index phone_number_e164 on phone_number (e164);
create index phone_number_party on phone_number (party_id);
create index phone_number_contact on phone_number (contact_id);

create table customer_order (
  id          bigint         primary key,
  external_id varchar(64)    not null unique,
  party_id    bigint         not null references party on delete cascade,
  ordered_on  date           not null,
  status      varchar(12)    not null,
  amount      numeric(14, 2) not null,
  margin      numeric(14, 2) not null
);
create index customer_order_party on customer_order (party_id, ordered_on);

create table order_line (
  order_id   bigint         not null references customer_order on delete cascade,
  line       integer        not null,
  product_id varchar(64)    not null,
  quantity   numeric(14, 3) not null,
  amount     numeric(14, 2) not null,
  margin     numeric(14, 2) not null,
  primary key (order_id, line)
);

create table quote (
  id          bigint         primary key,
  external_id varchar(64)    not null unique,
  party_id    bigint         not null references party on delete cascade,
  quoted_on   date           not null,
  subject     varchar(200)   not null,
  amount      numeric(14, 2) not null,
  status      varchar(10)    not null
);
create index quote_party on quote (party_id);

create table complaint (
  id          bigint       primary key,
  external_id varchar(64)  not null unique,
  party_id    bigint       not null references party on delete cascade,
  opened_on   date         not null,
  solved_on   date,
  subject     varchar(200) not null
);
create index complaint_party on complaint (party_id);

create table interaction (
  id          bigint        primary key,
  external_id varchar(64)   not null unique,
  party_id    bigint        not null references party on delete cascade,
  contact_id  bigint        references contact on delete set null,
  employee_id varchar(64),
  held_on     date          not null,
  channel     varchar(10)   not null,
  summary     varchar(2000) not null
);
create index interaction_party on interaction (party_id, held_on);

create table arrangement (
  id          bigint        primary key,
  external_id varchar(64)   not null unique,
  party_id    bigint        not null references party on delete cascade,
  kind        varchar(20)   not null,
  text        varchar(2000) not null,
  due_on      date
);
create index arrangement_party on arrangement (party_id);

-- What is computed from a customer's orders when they change. Everything that depends on the present day is derived
-- from it at the moment of the call, so a row does not age.
create table customer_figures (
  party_id       bigint        primary key references party on delete cascade,
  figures        varchar(8000) not null,
  last_order_on  date,
  value_class    varchar(1)    not null,
  phase          varchar(12)   not null,
  vanished_group varchar(200),
  cross_product  varchar(200),
  cross_because  varchar(200),
  cross_both     integer,
  cross_base     integer,
  computed_at    timestamp with time zone not null
);

create table crm_cursor (
  adapter    varchar(40)  primary key,
  position   varchar(500) not null,
  updated_at timestamp with time zone not null
);

create table import_run (
  id          bigint       primary key,
  source      varchar(300) not null,
  started_at  timestamp with time zone not null,
  finished_at timestamp with time zone,
  accepted    integer      not null,
  rejected    integer      not null,
  problems    varchar(8000)
);
