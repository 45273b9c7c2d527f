-- Where a call belongs before anything rings: rules are data, a change makes a new version.

create table routing_rule (
  id           varchar(64)   not null,
  version      integer       not null,
  place        integer       not null,
  holds_when   varchar(1000) not null,
  queue        varchar(80),
  priority     integer,
  to_owner     boolean,
  vip          boolean,
  language     varchar(20),
  active       boolean       not null,
  created_at   timestamp with time zone not null,
  created_by   varchar(64)   not null,
  primary key (id, version)
);
