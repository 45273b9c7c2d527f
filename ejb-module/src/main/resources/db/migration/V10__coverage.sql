-- The coverage matrix: a change of a segment's row makes a new version; a version is read and written as a whole.
create table coverage_version (
  segment_id    varchar(64)    not null,
  version       integer        not null,
  -- The row as JSON, members as in docs/api.md.
  content       varchar(100000) not null,
  -- The version whose content was taken back; null when somebody has written it.
  restored_from integer,
  created_at    timestamp with time zone not null,
  created_by    varchar(64)    not null,
  primary key (segment_id, version)
);

-- Days on which our own people are away, as entered here. Why is not kept.
create table absence (
  id          bigint      primary key,
  employee_id varchar(64) not null,
  first_day   date        not null,
  last_day    date        not null,
  -- Null: whom the CRM names.
  deputy_id   varchar(64),
  entered_by  varchar(64) not null,
  entered_at  timestamp with time zone not null
);
create index absence_employee on absence (employee_id, last_day);
create index absence_last on absence (last_day);

-- Sums of twelve months, so that a segment's live figures are one look at an index.
alter table customer_figures add column revenue_12m numeric(16, 2);
alter table customer_figures add column margin_12m numeric(16, 2);
alter table customer_figures add column potential numeric(14, 2);
create index customer_figures_segment on customer_figures (value_class, phase, revenue_12m, margin_12m, potential, party_id);
