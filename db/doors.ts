/**
 * What must be known before a council is: a session's person, whose link this is, which councils there are. Each is a
 * named function that runs as the owner and answers one question; db/queries/doors.ts calls them, nothing else does.
 */
import { appRole, type Client } from './client'
import { searchStatement } from './records/places'

const doors: Record<string, string> = {
  'door_session(asked_token text, asked_at timestamptz)': `
    returns table (session_id text, user_id text, started_at timestamptz, last_seen_at timestamptz, person_id uuid,
                   council_id uuid, council_name text, demo boolean, name text, email text, role text, service_id uuid, limited boolean,
                   elsewhere boolean, second_factor_at timestamptz, has_factor boolean,
                   first_signed_in_at timestamptz)
    language sql stable security definer set search_path = public, identity as $$
      select s.id, s.user_id, s.created_at, s.last_seen_at, p.id, p.council_id, c.name, c.demo, p.name, p.email, p.role, p.service_id,
             p.limited_to_service,
             exists (select 1 from people o where o.user_id = s.user_id and o.id <> p.id and o.disabled_at is null),
             s.second_factor_at,
             exists (select 1 from second_factors f where f.user_id = s.user_id and f.confirmed_at is not null),
             u.first_signed_in_at
      from sessions s join users u on u.id = s.user_id join people p on p.user_id = s.user_id and p.id = s.person_id::uuid and p.disabled_at is null
      join councils c on c.id = p.council_id
      where s.token = asked_token and s.expires_at > asked_at
    $$`,
  'door_people_of_user(asked_user text)': `
    returns table (person_id uuid, council_id uuid, council_name text, role text)
    language sql stable security definer set search_path = public as $$
      select p.id, p.council_id, c.name, p.role from people p join councils c on c.id = p.council_id
      where p.user_id = asked_user and p.disabled_at is null order by c.name
    $$`,
  'door_people_by_email(asked_email text)': `
    returns table (person_id uuid, council_id uuid, user_id text, name text)
    language sql stable security definer set search_path = public as $$
      select id, council_id, user_id, name from people where email = lower(asked_email) and disabled_at is null
    $$`,
  'door_demo_people()': `
    returns table (person_id uuid, council_id uuid, user_id text, name text, email text, role text, post text)
    language sql stable security definer set search_path = public as $$
      select p.id, p.council_id, p.user_id, p.name, p.email, p.role, p.post
      from people p join councils c on c.id = p.council_id
      where c.demo and p.disabled_at is null order by p.name
    $$`,
  'door_answer_link(asked_hash text)': `
    returns table (council_id uuid, link_id uuid, person_id uuid)
    language sql stable security definer set search_path = public as $$
      select council_id, id, person_id from answer_links where token_hash = asked_hash
    $$`,
  'door_pack_link(asked_hash text)': `
    returns table (council_id uuid, link_id uuid)
    language sql stable security definer set search_path = public as $$
      select council_id, id from pack_links where token_hash = asked_hash
    $$`,
  'door_councils_to_plan(asked_day date)': `
    returns table (council_id uuid)
    language sql stable security definer set search_path = public as $$
      select id from councils where reminders_planned_on is null or reminders_planned_on < asked_day order by id
    $$`,
  'door_councils_with_waiting_mail(asked_at timestamptz)': `
    returns table (council_id uuid)
    language sql stable security definer set search_path = public as $$
      select distinct council_id from notices where state = 'waiting' and try_after <= asked_at
    $$`,
  'door_councils_with_waiting_files()': `
    returns table (council_id uuid)
    language sql stable security definer set search_path = public as $$
      select distinct council_id from evidence_versions where scan_state = 'waiting'
    $$`,
  'door_councils_with_ended_exports(asked_at timestamptz)': `
    returns table (council_id uuid)
    language sql stable security definer set search_path = public as $$
      select distinct council_id from council_exports where state = 'ready' and expires_at <= asked_at
    $$`,
  'door_waiting_counts()': `
    returns table (mails int, files int, packs int, reminders_planned_on date)
    language sql stable security definer set search_path = public as $$
      select (select count(*) from notices where state = 'waiting')::int,
             (select count(*) from evidence_versions where scan_state = 'waiting')::int,
             (select count(*) from packs where state = 'building')::int,
             (select case when bool_or(reminders_planned_on is null) then null else min(reminders_planned_on) end
              from councils)
    $$`,
  'door_search_records(asked_words text, asked_person uuid, asked_name text, asked_email text, asked_from date, asked_to date, asked_most int)': `
    returns table (kind text, table_name text, row_id text, thing_kind text, thing_id text, day date)
    language sql stable security definer set search_path = public as $$
      with asking as (select nullif(current_setting('app.council_id', true), '')::uuid as council)
      ${searchStatement}
    $$`,
  'door_councils()': `
    returns table (council_id uuid, name text, demo boolean)
    language sql stable security definer set search_path = public as $$
      select id, name, demo from councils order by id
    $$`,
}

export const doorNames = Object.keys(doors).map((signature) => signature.slice(0, signature.indexOf('(')))

export async function openDoors(owner: Client): Promise<void> {
  for (const [signature, body] of Object.entries(doors)) {
    const types = signature.replace(/\w+ (\w+)(?=[,)])/g, '$1')
    await owner.unsafe(`
      drop function if exists ${types};
      create function ${signature} ${body};
      revoke all on function ${types} from public;
      grant execute on function ${types} to ${appRole}`)
  }
}
