-- What the value models need of a customer's orders, kept up to date with each change of an order, and what follows from it by the
-- models of the latest run, as of scored_on.
alter table customer_figures add column first_order_on date;
alter table customer_figures add column order_days integer default 0 not null;
alter table customer_figures add column log_gaps double precision default 0 not null;
alter table customer_figures add column margin_sum numeric(16, 2) default 0 not null;
-- The same as it was known thirteen weeks before, and how often he has ordered since: what the models are held against.
alter table customer_figures add column held_until date;
alter table customer_figures add column held_order_days integer default 0 not null;
alter table customer_figures add column held_last_on date;
alter table customer_figures add column held_log_gaps double precision default 0 not null;
alter table customer_figures add column held_orders_after integer default 0 not null;
alter table customer_figures add column still_customer double precision;
alter table customer_figures add column silence double precision;
alter table customer_figures add column expected_orders double precision;
alter table customer_figures add column lifetime_value numeric(14, 2);
alter table customer_figures add column scored_on date;
alter table customer_figures add column model_id bigint;

-- A model as it was fitted; none is ever changed.
create sequence value_model_seq start with 50 increment by 50;
create table value_model (
  id                 bigint           primary key,
  fitted_at          timestamp with time zone not null,
  as_of              date             not null,
  regularity         integer          not null,
  r                  double precision not null,
  alpha              double precision not null,
  a                  double precision not null,
  b                  double precision not null,
  r_error            double precision,
  alpha_error        double precision,
  a_error            double precision,
  b_error            double precision,
  log_likelihood     double precision not null,
  customers          bigint           not null,
  shortcomings       varchar(100)     not null,
  spending_p         double precision,
  spending_q         double precision,
  spending_v         double precision,
  spending_customers bigint           not null,
  -- How the same kind of model, fitted thirteen weeks earlier, has come true; JSON, null until it is known.
  quality            varchar(8000)
);

-- A pass over all customers, and its parts, which are worked off beside one another.
create sequence scoring_run_seq start with 50 increment by 50;
create table scoring_run (
  id           bigint       primary key,
  as_of        date         not null,
  asked_by     varchar(64),
  started_at   timestamp with time zone not null,
  finished_at  timestamp with time zone,
  state        varchar(12)  not null,
  restarts     integer      default 0 not null,
  execution_id bigint,
  model_id     bigint       references value_model
);
create table scoring_part (
  run_id  bigint  not null references scoring_run on delete cascade,
  part    integer not null,
  from_id bigint  not null,
  to_id   bigint  not null,
  total   integer not null,
  done    integer not null,
  primary key (run_id, part)
);
