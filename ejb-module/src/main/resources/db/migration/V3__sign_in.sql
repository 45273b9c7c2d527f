-- Who is signed in. Only a hash of the token in the browser's cookie is kept, so that a copy of the table opens no door.
create table sign_in (
  token_hash  varchar(64) primary key,
  employee_id varchar(64) not null,
  expires_at  timestamp with time zone not null
);
create index sign_in_expires on sign_in (expires_at);
