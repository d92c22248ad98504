-- An act may write one row more than once (a relation is begun and given its type; a line is added and put in its
-- place). Undoing steps back through its writings, the last first; the first step moves the revision on, so each
-- further step met a row that it did not know and refused. What the undo itself wrote is compared without the revision.
create or replace function ledger.put_back(change bigint) returns boolean language plpgsql as $$
declare
  here uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  now_act uuid := nullif(current_setting('app.act', true), '')::uuid;
  c ledger.changes;
  target regclass;
  before jsonb;
  after jsonb;
  now_row jsonb;
  is_ours boolean;
  columns text;
begin
  select * into c from ledger.changes x where x.tenant = here and x.id = put_back.change;
  if not found then return false; end if;
  target := c.table_name::regclass;
  before := ledger.whole_row(c.id, 'before', c.before);
  after := ledger.whole_row(c.id, 'after', c.after);
  execute format('select to_jsonb(t) from %s t where t.tenant = $1 and t.id = $2 for update', target) into now_row using here, c.row_id;
  is_ours := exists (select from ledger.changes x
    where x.tenant = here and x.act = now_act and x.row_id = c.row_id and x.table_name = c.table_name);
  if is_ours and now_row ? 'rev' and after ? 'rev' then after := jsonb_set(after, '{rev}', now_row -> 'rev'); end if;
  if now_row is distinct from after then return false; end if;
  if c.op = 'insert' then
    execute format('delete from %s where tenant = $1 and id = $2', target) using here, c.row_id;
    return true;
  end if;
  if before is null then return false; end if;
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into columns
  from pg_attribute a where a.attrelid = target and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
  if c.op = 'delete' then
    execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)', target, columns, columns, target) using before;
  else
    -- rev goes on counting: a page that was opened before must notice the undo.
    if before ? 'rev' then before := jsonb_set(before, '{rev}', to_jsonb((after ->> 'rev')::int + 1)); end if;
    execute format('update %s set (%s) = (select %s from jsonb_populate_record(null::%s, $1)) where tenant = $2 and id = $3',
      target, columns, columns, target) using before, here, c.row_id;
  end if;
  return true;
end
$$;

-- A region that makes a programme's standing its own says from when an announced one runs, as what is shipped does.
alter table workforce.standings
  add column starts_on text check (starts_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  add constraint what_is_announced_starts check (starts_on is null or standing = 'diumumkan');

-- The title of an exchange in the other languages the region writes; the title itself stays in its own (title_lang).
alter table exchange.exchanges
  add column title_en text check (char_length(title_en) between 1 and 200),
  add column title_ja text check (char_length(title_ja) between 1 and 200),
  add column title_ko text check (char_length(title_ko) between 1 and 200);
