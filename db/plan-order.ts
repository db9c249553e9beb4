/**
 * Laid on after every migration: each owner's row of a recommendation carries the recommendation's state and due day,
 * so that an owner's plan in order of its due days is one walk along an index. The database keeps them equal, so that
 * no writer can forget to.
 */
import type { Client } from './client'

const statements = `
create or replace function order_new_owner() returns trigger language plpgsql set search_path = public as $$
begin
  -- For share: a due day that changes meanwhile would not see this row.
  select state, due_on into new.state, new.due_on from recommendations
  where council_id = new.council_id and id = new.recommendation_id for share;
  return new;
end $$;
create or replace trigger recommendation_owners_order before insert on recommendation_owners
  for each row execute function order_new_owner();

create or replace function order_owners() returns trigger language plpgsql set search_path = public as $$
begin
  update recommendation_owners set state = new.state, due_on = new.due_on
  where council_id = new.council_id and recommendation_id = new.id;
  return null;
end $$;
create or replace trigger recommendations_order after update of state, due_on on recommendations
  for each row when (old.state is distinct from new.state or old.due_on is distinct from new.due_on)
  execute function order_owners();`

export async function keepPlanOrder(owner: Client): Promise<void> {
  await owner.unsafe(statements)
}
