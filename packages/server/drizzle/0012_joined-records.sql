CREATE INDEX "records_by_account" ON "accounts" USING btree ("alias_of") WHERE alias_of is not null;--> statement-breakpoint
-- What lists are filtered by stands on the record that was joined with an account (R32), as it does on every other: what its
-- owner sold, and what the platform did as long as the client has let that one in.
SELECT set_config('app.reach', 'system', true);--> statement-breakpoint
UPDATE "accounts" r SET "subscription_state" = noted.state
  FROM (
    SELECT of_record.id,
      CASE
        WHEN total = 0 THEN 'none'
        WHEN alive = 0 THEN 'ended'
        WHEN suspended > 0 THEN CASE WHEN suspended = alive THEN 'suspended' ELSE 'mixed' END
        WHEN trial = alive THEN 'trial'
        ELSE 'active'
      END AS state
    FROM (
      SELECT a.id, count(s.id) AS total,
        count(*) FILTER (WHERE s.status IN ('pending_activation', 'trial', 'active', 'suspended')) AS alive,
        count(*) FILTER (WHERE s.status = 'suspended') AS suspended,
        count(*) FILTER (WHERE s.status = 'trial') AS trial
      FROM "accounts" a
        JOIN "accounts" c ON c.id = a.alias_of
        LEFT JOIN "subscriptions" s ON s.client_id = c.id AND (s.sold_by_id = a.parent_id OR s.sold_by_id IS NULL AND (
          a.parent_id = c.parent_id OR EXISTS (SELECT FROM "links" l
            WHERE l.client_id = c.id AND l.reseller_id = a.parent_id AND l.status = 'active')))
      WHERE a.kind = 'client'
      GROUP BY a.id
    ) of_record
  ) noted
  WHERE r.id = noted.id AND r.subscription_state <> noted.state;--> statement-breakpoint
SELECT set_config('app.reach', '', true);
