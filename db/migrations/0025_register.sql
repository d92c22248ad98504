-- From which day a register line equals the rules, so that lists read lines instead of whole relations.
alter table oversight.register add column holds_from date;
comment on column oversight.register.holds_from is 'From this day on the line reads what the rules say (status, stage, end); before it, and while it is null, they are asked.';

-- What is on record already: the line of a relation with at most one text says what the rules say from the last day on
-- which something is dated. With more texts it is left to the next act on the relation.
with dated as (
  select tenant, id as relation, not_continued_on as day from relations.relations
  union all select tenant, relation, unnest(array[began_on, closed_on]) from relations.processes
  union all select c.tenant, c.relation, unnest(array[s.occurred_on, s.to_on])
    from relations.steps s join relations.processes c on c.tenant = s.tenant and c.id = s.process
  union all select tenant, relation, coalesce(dated_on, received_on, filed_on) from relations.documents
  union all select tenant, relation, unnest(array[signed_on, begins_on, terminated_on]) from relations.texts
), last as (
  select tenant, relation, max(rpad(day, 10, '-01-01'))::date as day from dated where day is not null group by 1, 2
)
update oversight.register g set holds_from = coalesce((select l.day from last l where l.tenant = g.tenant and l.relation = g.id), '0001-01-01')
where (select count(*) from relations.texts t where t.tenant = g.tenant and t.relation = g.id and t.voided_on is null) <= 1;
