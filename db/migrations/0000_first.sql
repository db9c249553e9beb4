CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE TABLE "councils" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"nation" text DEFAULT 'england-and-wales' NOT NULL,
	"working_weekdays" jsonb DEFAULT '[0,1,2,3,4]'::jsonb NOT NULL,
	"financial_year_starts_in" smallint DEFAULT 4 NOT NULL,
	"category_labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"answer_links" boolean DEFAULT true NOT NULL,
	"mail_floor" text DEFAULT 'weekly' NOT NULL,
	"reminders_planned_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "owners" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"person_id" uuid,
	"mailbox" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "owners_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "owners_kind_check" CHECK ("owners"."kind" in ('person', 'team', 'name')),
	CONSTRAINT "owners_person_check" CHECK (("owners"."kind" = 'name') = ("owners"."person_id" is null))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"limited_to_service" boolean DEFAULT false NOT NULL,
	"post" text,
	"may_be_named" boolean DEFAULT false NOT NULL,
	"service_id" uuid,
	"deputy_id" uuid,
	"away_from" date,
	"away_until" date,
	"mail_frequency" text DEFAULT 'daily' NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "people_role_check" CHECK ("people"."role" in ('administrator', 'lead', 'owner', 'member')),
	CONSTRAINT "people_mail_frequency_check" CHECK ("people"."mail_frequency" in ('daily', 'weekly', 'off')),
	CONSTRAINT "people_email_check" CHECK ("people"."email" = lower("people"."email"))
);
--> statement-breakpoint
CREATE TABLE "services" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"head_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_pkey" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "criteria" (
	"standard_id" text NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"max_partials" integer,
	CONSTRAINT "criteria_standard_id_number_pk" PRIMARY KEY("standard_id","number")
);
--> statement-breakpoint
CREATE TABLE "element_wordings" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"standard_id" text NOT NULL,
	"element" text NOT NULL,
	"text" text NOT NULL,
	"origin" text NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "element_wordings_pkey" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "elements" (
	"standard_id" text NOT NULL,
	"number" text NOT NULL,
	"criterion" text NOT NULL,
	"sub_criterion" text NOT NULL,
	"sub_criterion_title" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "elements_standard_id_number_pk" PRIMARY KEY("standard_id","number")
);
--> statement-breakpoint
CREATE TABLE "standards" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certifications" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"standard_id" text NOT NULL,
	"body" text NOT NULL,
	"certificate_on" date,
	"decided_on" date,
	"expires_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "certifications_pkey" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "element_owners" (
	"council_id" uuid NOT NULL,
	"certification_id" uuid NOT NULL,
	"element" text NOT NULL,
	"owner_id" uuid NOT NULL,
	CONSTRAINT "element_owners_council_id_certification_id_element_pk" PRIMARY KEY("council_id","certification_id","element")
);
--> statement-breakpoint
CREATE TABLE "queries" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"review_id" uuid,
	"source_id" uuid,
	"code" text NOT NULL,
	"elements" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"audience" text NOT NULL,
	"decides" boolean NOT NULL,
	"message" text NOT NULL,
	"alternatives" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"settled_how" text,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "queries_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "queries_audience_check" CHECK ("queries"."audience" in ('assessor', 'owner', 'reader'))
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"review_id" uuid NOT NULL,
	"element" text NOT NULL,
	"level" text NOT NULL,
	"stated" boolean DEFAULT true NOT NULL,
	"inferred" boolean DEFAULT false NOT NULL,
	"justification" text,
	"page" integer,
	"quote" text,
	CONSTRAINT "ratings_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "ratings_level_check" CHECK ("ratings"."level" in ('non', 'partial', 'full', 'plus'))
);
--> statement-breakpoint
CREATE TABLE "review_dates" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"review_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"reason" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_dates_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "review_dates_kind_check" CHECK ("review_dates"."kind" in ('provisional', 'agreed', 'actual'))
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"certification_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"provisional_from" date,
	"provisional_to" date,
	"agreed_from" date,
	"agreed_to" date,
	"held_from" date,
	"held_to" date,
	"document_review_on" date,
	"reported_on" date,
	"assessors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"project_number" text,
	"client_id" text,
	"scope" jsonb,
	"printed_totals" jsonb,
	"printed_totals_by_criterion" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"outcome" text,
	"marks" text,
	"import_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "reviews_kind_check" CHECK ("reviews"."kind" in ('initial', 'annual-1', 'annual-2', 'recertification')),
	CONSTRAINT "reviews_state_check" CHECK ("reviews"."state" in ('planned', 'agreed', 'held'))
);
--> statement-breakpoint
CREATE TABLE "self_assessments" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"certification_id" uuid NOT NULL,
	"element" text NOT NULL,
	"level" text NOT NULL,
	"words" text NOT NULL,
	"as_at" date NOT NULL,
	"person_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "self_assessments_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "self_assessments_level_check" CHECK ("self_assessments"."level" in ('non', 'partial', 'full', 'plus'))
);
--> statement-breakpoint
CREATE TABLE "action_dates" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"action_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"kind" text NOT NULL,
	"completion_text" text,
	"completion_kind" text,
	"completion_from" date,
	"completion_to" date,
	"completion_every_months" smallint,
	"completion_indicative" boolean DEFAULT false NOT NULL,
	"due_on" date,
	"reason" text,
	"agreed_by" text,
	"minute" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "action_dates_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "action_dates_kind_check" CHECK ("action_dates"."kind" in ('original', 'correction', 'made-firm', 'brought-forward', 'extension'))
);
--> statement-breakpoint
CREATE TABLE "action_owners" (
	"council_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "action_owners_council_id_action_id_owner_id_pk" PRIMARY KEY("council_id","action_id","owner_id")
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"recommendation_id" uuid NOT NULL,
	"number" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"state_reason" text,
	"completion_text" text,
	"completion_kind" text,
	"completion_from" date,
	"completion_to" date,
	"completion_every_months" smallint,
	"completion_indicative" boolean DEFAULT false NOT NULL,
	"due_on" date,
	"done_on" date,
	"done_for" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "actions_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "actions_state_check" CHECK ("actions"."state" in ('not-started', 'under-way', 'done', 'no-longer-needed'))
);
--> statement-breakpoint
CREATE TABLE "date_requests" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"recommendation_id" uuid NOT NULL,
	"asked_for" date NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decided_why" text,
	CONSTRAINT "date_requests_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "date_requests_state_check" CHECK ("date_requests"."state" in ('open', 'agreed', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"layout" text NOT NULL,
	"draft" jsonb NOT NULL,
	"choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"failure" text,
	"waiting_since" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "imports_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "imports_state_check" CHECK ("imports"."state" in ('reading', 'failed', 'draft', 'confirmed', 'abandoned'))
);
--> statement-breakpoint
CREATE TABLE "progress_updates" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"recommendation_id" uuid NOT NULL,
	"action_id" uuid,
	"as_at" date NOT NULL,
	"category" smallint,
	"evidence" text NOT NULL,
	"answer" text NOT NULL,
	"contradicts" text,
	"printed" text,
	"way" text NOT NULL,
	"person_id" uuid,
	"link_id" uuid,
	"initials" text,
	"corrects_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "progress_updates_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "progress_updates_category_check" CHECK ("progress_updates"."category" between 1 and 4),
	CONSTRAINT "progress_updates_answer_check" CHECK ("progress_updates"."answer" in ('progress', 'no-change', 'done', 'more-time', 'not-mine', 'undone')),
	CONSTRAINT "progress_updates_way_check" CHECK ("progress_updates"."way" in ('screen', 'link', 'import'))
);
--> statement-breakpoint
CREATE TABLE "recommendation_elements" (
	"council_id" uuid NOT NULL,
	"recommendation_id" uuid NOT NULL,
	"element" text NOT NULL,
	CONSTRAINT "recommendation_elements_council_id_recommendation_id_element_pk" PRIMARY KEY("council_id","recommendation_id","element")
);
--> statement-breakpoint
CREATE TABLE "recommendation_owners" (
	"council_id" uuid NOT NULL,
	"recommendation_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"answering" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"due_on" date,
	CONSTRAINT "recommendation_owners_council_id_recommendation_id_owner_id_pk" PRIMARY KEY("council_id","recommendation_id","owner_id")
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"source_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"quote" text,
	"page" integer,
	"notes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"completions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"service_id" uuid,
	"portfolio_holder" text,
	"committee" text,
	"advice_only" boolean DEFAULT false NOT NULL,
	"earlier_id" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"closed_way" text,
	"closed_reason" text,
	"closed_minute" text,
	"closed_on" date,
	"superseded_by_id" uuid,
	"due_on" date,
	"category" smallint,
	"category_printed" text,
	"category_as_at" date,
	"last_answer_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recommendations_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "recommendations_kind_check" CHECK ("recommendations"."kind" in ('recommendation', 'area-for-development', 'partial-compliance')),
	CONSTRAINT "recommendations_state_check" CHECK ("recommendations"."state" in ('open', 'closed')),
	CONSTRAINT "recommendations_closed_check" CHECK (("recommendations"."state" = 'open') = ("recommendations"."closed_way" is null)),
	CONSTRAINT "recommendations_closed_way_check" CHECK ("recommendations"."closed_way" in ('achieved-and-signed-off', 'answered-at-a-review', 'accepted-as-not-achieved', 'superseded', 'withdrawn', 'declined')),
	CONSTRAINT "recommendations_category_check" CHECK ("recommendations"."category" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"closes_by" text NOT NULL,
	"committee" text,
	"dated_on" date,
	"review_id" uuid,
	"import_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sources_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "sources_kind_check" CHECK ("sources"."kind" in ('assessment-report', 'scrutiny-review', 'audit', 'customer-feedback')),
	CONSTRAINT "sources_closes_by_check" CHECK ("sources"."closes_by" in ('committee', 'lead', 'next-review'))
);
--> statement-breakpoint
CREATE TABLE "document_requests" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"review_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"owner_id" uuid,
	"period_from" date,
	"period_to" date,
	"due_on" date,
	"state" text DEFAULT 'asked' NOT NULL,
	"state_reason" text,
	"words" text,
	"answered_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_requests_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "document_requests_state_check" CHECK ("document_requests"."state" in ('asked', 'supplied', 'checked', 'accepted', 'sent-back', 'nothing-to-supply'))
);
--> statement-breakpoint
CREATE TABLE "evidence_actions" (
	"council_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	CONSTRAINT "evidence_actions_council_id_item_id_action_id_pk" PRIMARY KEY("council_id","item_id","action_id")
);
--> statement-breakpoint
CREATE TABLE "evidence_elements" (
	"council_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"element" text NOT NULL,
	CONSTRAINT "evidence_elements_council_id_item_id_element_pk" PRIMARY KEY("council_id","item_id","element")
);
--> statement-breakpoint
CREATE TABLE "evidence_items" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"document_on" date NOT NULL,
	"period_from" date,
	"period_to" date,
	"owner_id" uuid,
	"expires_on" date,
	"personal_data" text DEFAULT 'not-checked' NOT NULL,
	"released_by" uuid,
	"released_reason" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_items_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "evidence_items_personal_data_check" CHECK ("evidence_items"."personal_data" in ('no', 'yes', 'not-checked'))
);
--> statement-breakpoint
CREATE TABLE "evidence_recommendations" (
	"council_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"recommendation_id" uuid NOT NULL,
	CONSTRAINT "evidence_recommendations_council_id_item_id_recommendation_id_pk" PRIMARY KEY("council_id","item_id","recommendation_id")
);
--> statement-breakpoint
CREATE TABLE "evidence_requests" (
	"council_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	CONSTRAINT "evidence_requests_council_id_item_id_request_id_pk" PRIMARY KEY("council_id","item_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "evidence_versions" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"file_name" text,
	"content_type" text,
	"size" bigint,
	"sha256" text,
	"scan_state" text,
	"scanned_at" timestamp with time zone,
	"url" text,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_versions_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "evidence_versions_file_or_link_check" CHECK (("evidence_versions"."sha256" is null) <> ("evidence_versions"."url" is null)),
	CONSTRAINT "evidence_versions_scan_state_check" CHECK ("evidence_versions"."scan_state" in ('waiting', 'clean', 'infected', 'not-scannable'))
);
--> statement-breakpoint
CREATE TABLE "pack_links" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"pack_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"sent_to" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_at" timestamp with time zone,
	"downloads" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "pack_links_pkey" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "packs" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"review_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"failure" text,
	"written_bytes" bigint,
	"total_bytes" bigint,
	"manifest" jsonb,
	"size" bigint,
	"sha256" text,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"issued_at" timestamp with time zone,
	CONSTRAINT "packs_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "packs_state_check" CHECK ("packs"."state" in ('building', 'issued', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "answer_links" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"recommendation_id" uuid,
	"action_id" uuid,
	"request_id" uuid,
	"owner_id" uuid,
	"update_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_why" text,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_links_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "answer_links_kind_check" CHECK ("answer_links"."kind" in ('answer', 'all', 'undo'))
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"address" text NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"items" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"message_id" text NOT NULL,
	"state" text NOT NULL,
	"delivery" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"try_after" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "notices_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "notices_state_check" CHECK ("notices"."state" in ('waiting', 'sent', 'refused', 'kept', 'not-needed'))
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"council_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"person_id" uuid,
	"link_id" uuid,
	"origin" text NOT NULL,
	"action" text NOT NULL,
	"thing_kind" text NOT NULL,
	"thing_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "audit_entries_council_id_id_pk" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "council_exports" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"state" text NOT NULL,
	"failure" text,
	"written_parts" integer,
	"total_parts" integer,
	"counts" jsonb,
	"size" bigint,
	"sha256" text,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"downloads" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "council_exports_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "council_exports_state_check" CHECK ("council_exports"."state" in ('building', 'ready', 'failed', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "disposals" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	"ids" jsonb NOT NULL,
	"months" integer NOT NULL,
	"before" date NOT NULL,
	"why" text NOT NULL,
	"disposed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "disposals_pkey" PRIMARY KEY("council_id","id")
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"why" text NOT NULL,
	"person_id" uuid,
	"words" text,
	"thing_kind" text,
	"thing_id" text,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	"lifted_why" text,
	CONSTRAINT "holds_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "holds_about_check" CHECK (num_nonnulls("holds"."person_id", "holds"."words", "holds"."thing_id") = 1),
	CONSTRAINT "holds_thing_check" CHECK (("holds"."thing_id" is null) = ("holds"."thing_kind" is null))
);
--> statement-breakpoint
CREATE TABLE "information_request_hits" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"table_name" text NOT NULL,
	"row_id" text NOT NULL,
	"thing_kind" text NOT NULL,
	"thing_id" text NOT NULL,
	"day" date NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"decision" text,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "information_request_hits_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "information_request_hits_decision_check" CHECK ("information_request_hits"."decision" in ('disclose', 'redact')),
	CONSTRAINT "information_request_hits_reason_check" CHECK ("information_request_hits"."decision" is distinct from 'redact' or "information_request_hits"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "information_requests" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked" text NOT NULL,
	"received_on" date NOT NULL,
	"due_on" date NOT NULL,
	"words" text,
	"person_id" uuid,
	"from_day" date,
	"to_day" date,
	"searched_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"outcome_words" text,
	"closed_on" date,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "information_requests_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "information_requests_kind_check" CHECK ("information_requests"."kind" in ('freedom-of-information', 'environmental', 'own-data')),
	CONSTRAINT "information_requests_outcome_check" CHECK ("information_requests"."outcome" in ('disclosed', 'partly-disclosed', 'refused', 'not-held', 'withdrawn')),
	CONSTRAINT "information_requests_closed_check" CHECK (("information_requests"."outcome" is null) = ("information_requests"."closed_on" is null))
);
--> statement-breakpoint
CREATE TABLE "name_mentions" (
	"council_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text,
	"kind" text NOT NULL,
	"table_name" text NOT NULL,
	"column_name" text NOT NULL,
	"row_id" uuid NOT NULL,
	"thing_kind" text NOT NULL,
	"thing_id" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "name_mentions_pkey" PRIMARY KEY("council_id","id"),
	CONSTRAINT "name_mentions_state_check" CHECK ("name_mentions"."state" in ('open', 'replace', 'replaced', 'left'))
);
--> statement-breakpoint
CREATE TABLE "removed_councils" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"former_id" uuid NOT NULL,
	"name" text NOT NULL,
	"removed_at" timestamp with time zone NOT NULL,
	"removed_by" text NOT NULL,
	"counts" jsonb NOT NULL,
	"files" integer,
	"files_removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "retention_rules" (
	"council_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"months" integer NOT NULL,
	"reason" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "retention_rules_council_id_kind_pk" PRIMARY KEY("council_id","kind"),
	CONSTRAINT "retention_rules_months_check" CHECK ("retention_rules"."months" between 1 and 600)
);
--> statement-breakpoint
CREATE TABLE "identity"."accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."drafts" (
	"session_id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"person_id" text NOT NULL,
	"key_hash" text NOT NULL,
	"sealed" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "identity"."rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."recovery_codes" (
	"user_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_user_id_code_hash_pk" PRIMARY KEY("user_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "identity"."second_factors" (
	"user_id" text PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_counter" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"person_id" text,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"second_factor_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "identity"."start_codes" (
	"email" text PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"first_signed_in_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "identity"."verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "owners" ADD CONSTRAINT "owners_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owners" ADD CONSTRAINT "owners_person_fkey" FOREIGN KEY ("council_id","person_id") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_service_fkey" FOREIGN KEY ("council_id","service_id") REFERENCES "public"."services"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_deputy_fkey" FOREIGN KEY ("council_id","deputy_id") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_parent_fkey" FOREIGN KEY ("council_id","parent_id") REFERENCES "public"."services"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_head_fkey" FOREIGN KEY ("council_id","head_id") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_standard_id_standards_id_fk" FOREIGN KEY ("standard_id") REFERENCES "public"."standards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "element_wordings" ADD CONSTRAINT "element_wordings_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "element_wordings" ADD CONSTRAINT "element_wordings_standard_id_element_elements_standard_id_number_fk" FOREIGN KEY ("standard_id","element") REFERENCES "public"."elements"("standard_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elements" ADD CONSTRAINT "elements_standard_id_standards_id_fk" FOREIGN KEY ("standard_id") REFERENCES "public"."standards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elements" ADD CONSTRAINT "elements_standard_id_criterion_criteria_standard_id_number_fk" FOREIGN KEY ("standard_id","criterion") REFERENCES "public"."criteria"("standard_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "element_owners" ADD CONSTRAINT "element_owners_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "element_owners" ADD CONSTRAINT "element_owners_certification_fkey" FOREIGN KEY ("council_id","certification_id") REFERENCES "public"."certifications"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "element_owners" ADD CONSTRAINT "element_owners_owner_fkey" FOREIGN KEY ("council_id","owner_id") REFERENCES "public"."owners"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queries" ADD CONSTRAINT "queries_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queries" ADD CONSTRAINT "queries_review_fkey" FOREIGN KEY ("council_id","review_id") REFERENCES "public"."reviews"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queries" ADD CONSTRAINT "queries_settled_by_fkey" FOREIGN KEY ("council_id","settled_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_review_fkey" FOREIGN KEY ("council_id","review_id") REFERENCES "public"."reviews"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_dates" ADD CONSTRAINT "review_dates_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_dates" ADD CONSTRAINT "review_dates_review_fkey" FOREIGN KEY ("council_id","review_id") REFERENCES "public"."reviews"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_dates" ADD CONSTRAINT "review_dates_person_fkey" FOREIGN KEY ("council_id","recorded_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_certification_fkey" FOREIGN KEY ("council_id","certification_id") REFERENCES "public"."certifications"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_assessments" ADD CONSTRAINT "self_assessments_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_assessments" ADD CONSTRAINT "self_assessments_certification_fkey" FOREIGN KEY ("council_id","certification_id") REFERENCES "public"."certifications"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_assessments" ADD CONSTRAINT "self_assessments_person_fkey" FOREIGN KEY ("council_id","person_id") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_dates" ADD CONSTRAINT "action_dates_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_dates" ADD CONSTRAINT "action_dates_action_fkey" FOREIGN KEY ("council_id","action_id") REFERENCES "public"."actions"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_dates" ADD CONSTRAINT "action_dates_person_fkey" FOREIGN KEY ("council_id","recorded_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_owners" ADD CONSTRAINT "action_owners_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_owners" ADD CONSTRAINT "action_owners_action_fkey" FOREIGN KEY ("council_id","action_id") REFERENCES "public"."actions"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_owners" ADD CONSTRAINT "action_owners_owner_fkey" FOREIGN KEY ("council_id","owner_id") REFERENCES "public"."owners"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_recommendation_fkey" FOREIGN KEY ("council_id","recommendation_id") REFERENCES "public"."recommendations"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_requests" ADD CONSTRAINT "date_requests_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_requests" ADD CONSTRAINT "date_requests_recommendation_fkey" FOREIGN KEY ("council_id","recommendation_id") REFERENCES "public"."recommendations"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_requests" ADD CONSTRAINT "date_requests_asked_by_fkey" FOREIGN KEY ("council_id","asked_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_requests" ADD CONSTRAINT "date_requests_decided_by_fkey" FOREIGN KEY ("council_id","decided_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_fkey" FOREIGN KEY ("council_id","created_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_updates" ADD CONSTRAINT "progress_updates_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_updates" ADD CONSTRAINT "progress_updates_recommendation_fkey" FOREIGN KEY ("council_id","recommendation_id") REFERENCES "public"."recommendations"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_updates" ADD CONSTRAINT "progress_updates_action_fkey" FOREIGN KEY ("council_id","action_id") REFERENCES "public"."actions"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_updates" ADD CONSTRAINT "progress_updates_person_fkey" FOREIGN KEY ("council_id","person_id") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_updates" ADD CONSTRAINT "progress_updates_corrects_fkey" FOREIGN KEY ("council_id","corrects_id") REFERENCES "public"."progress_updates"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_elements" ADD CONSTRAINT "recommendation_elements_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_elements" ADD CONSTRAINT "recommendation_elements_fkey" FOREIGN KEY ("council_id","recommendation_id") REFERENCES "public"."recommendations"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_owners" ADD CONSTRAINT "recommendation_owners_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_owners" ADD CONSTRAINT "recommendation_owners_recommendation_fkey" FOREIGN KEY ("council_id","recommendation_id") REFERENCES "public"."recommendations"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_owners" ADD CONSTRAINT "recommendation_owners_owner_fkey" FOREIGN KEY ("council_id","owner_id") REFERENCES "public"."owners"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_source_fkey" FOREIGN KEY ("council_id","source_id") REFERENCES "public"."sources"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_service_fkey" FOREIGN KEY ("council_id","service_id") REFERENCES "public"."services"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_superseded_by_fkey" FOREIGN KEY ("council_id","superseded_by_id") REFERENCES "public"."recommendations"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_earlier_fkey" FOREIGN KEY ("council_id","earlier_id") REFERENCES "public"."recommendations"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_review_fkey" FOREIGN KEY ("council_id","review_id") REFERENCES "public"."reviews"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_import_fkey" FOREIGN KEY ("council_id","import_id") REFERENCES "public"."imports"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_requests" ADD CONSTRAINT "document_requests_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_requests" ADD CONSTRAINT "document_requests_review_fkey" FOREIGN KEY ("council_id","review_id") REFERENCES "public"."reviews"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_requests" ADD CONSTRAINT "document_requests_owner_fkey" FOREIGN KEY ("council_id","owner_id") REFERENCES "public"."owners"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_actions" ADD CONSTRAINT "evidence_actions_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_actions" ADD CONSTRAINT "evidence_actions_item_fkey" FOREIGN KEY ("council_id","item_id") REFERENCES "public"."evidence_items"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_actions" ADD CONSTRAINT "evidence_actions_action_fkey" FOREIGN KEY ("council_id","action_id") REFERENCES "public"."actions"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_elements" ADD CONSTRAINT "evidence_elements_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_elements" ADD CONSTRAINT "evidence_elements_item_fkey" FOREIGN KEY ("council_id","item_id") REFERENCES "public"."evidence_items"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_items" ADD CONSTRAINT "evidence_items_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_items" ADD CONSTRAINT "evidence_items_owner_fkey" FOREIGN KEY ("council_id","owner_id") REFERENCES "public"."owners"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_items" ADD CONSTRAINT "evidence_items_released_by_fkey" FOREIGN KEY ("council_id","released_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_items" ADD CONSTRAINT "evidence_items_created_by_fkey" FOREIGN KEY ("council_id","created_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_recommendations" ADD CONSTRAINT "evidence_recommendations_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_recommendations" ADD CONSTRAINT "evidence_recommendations_item_fkey" FOREIGN KEY ("council_id","item_id") REFERENCES "public"."evidence_items"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_recommendations" ADD CONSTRAINT "evidence_recommendations_recommendation_fkey" FOREIGN KEY ("council_id","recommendation_id") REFERENCES "public"."recommendations"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_requests" ADD CONSTRAINT "evidence_requests_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_requests" ADD CONSTRAINT "evidence_requests_item_fkey" FOREIGN KEY ("council_id","item_id") REFERENCES "public"."evidence_items"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_requests" ADD CONSTRAINT "evidence_requests_request_fkey" FOREIGN KEY ("council_id","request_id") REFERENCES "public"."document_requests"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_versions" ADD CONSTRAINT "evidence_versions_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_versions" ADD CONSTRAINT "evidence_versions_item_fkey" FOREIGN KEY ("council_id","item_id") REFERENCES "public"."evidence_items"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_versions" ADD CONSTRAINT "evidence_versions_uploaded_by_fkey" FOREIGN KEY ("council_id","uploaded_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_links" ADD CONSTRAINT "pack_links_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_links" ADD CONSTRAINT "pack_links_pack_fkey" FOREIGN KEY ("council_id","pack_id") REFERENCES "public"."packs"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_links" ADD CONSTRAINT "pack_links_created_by_fkey" FOREIGN KEY ("council_id","created_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_review_fkey" FOREIGN KEY ("council_id","review_id") REFERENCES "public"."reviews"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_requested_by_fkey" FOREIGN KEY ("council_id","requested_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_links" ADD CONSTRAINT "answer_links_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_links" ADD CONSTRAINT "answer_links_person_fkey" FOREIGN KEY ("council_id","person_id") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_links" ADD CONSTRAINT "answer_links_notice_fkey" FOREIGN KEY ("council_id","notice_id") REFERENCES "public"."notices"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_links" ADD CONSTRAINT "answer_links_recommendation_fkey" FOREIGN KEY ("council_id","recommendation_id") REFERENCES "public"."recommendations"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_links" ADD CONSTRAINT "answer_links_request_fkey" FOREIGN KEY ("council_id","request_id") REFERENCES "public"."document_requests"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_links" ADD CONSTRAINT "answer_links_action_fkey" FOREIGN KEY ("council_id","action_id") REFERENCES "public"."actions"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_links" ADD CONSTRAINT "answer_links_owner_fkey" FOREIGN KEY ("council_id","owner_id") REFERENCES "public"."owners"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_links" ADD CONSTRAINT "answer_links_update_fkey" FOREIGN KEY ("council_id","update_id") REFERENCES "public"."progress_updates"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_fkey" FOREIGN KEY ("council_id","person_id") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_exports" ADD CONSTRAINT "council_exports_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_exports" ADD CONSTRAINT "council_exports_requested_by_fkey" FOREIGN KEY ("council_id","requested_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposals" ADD CONSTRAINT "disposals_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_person_fkey" FOREIGN KEY ("council_id","person_id") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_placed_by_fkey" FOREIGN KEY ("council_id","placed_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_lifted_by_fkey" FOREIGN KEY ("council_id","lifted_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_request_hits" ADD CONSTRAINT "information_request_hits_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_request_hits" ADD CONSTRAINT "information_request_hits_request_fkey" FOREIGN KEY ("council_id","request_id") REFERENCES "public"."information_requests"("council_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_request_hits" ADD CONSTRAINT "information_request_hits_decided_by_fkey" FOREIGN KEY ("council_id","decided_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_requests" ADD CONSTRAINT "information_requests_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_requests" ADD CONSTRAINT "information_requests_person_fkey" FOREIGN KEY ("council_id","person_id") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_requests" ADD CONSTRAINT "information_requests_created_by_fkey" FOREIGN KEY ("council_id","created_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_mentions" ADD CONSTRAINT "name_mentions_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_mentions" ADD CONSTRAINT "name_mentions_person_fkey" FOREIGN KEY ("council_id","person_id") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_mentions" ADD CONSTRAINT "name_mentions_decided_by_fkey" FOREIGN KEY ("council_id","decided_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_rules" ADD CONSTRAINT "retention_rules_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_rules" ADD CONSTRAINT "retention_rules_changed_by_fkey" FOREIGN KEY ("council_id","changed_by") REFERENCES "public"."people"("council_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."drafts" ADD CONSTRAINT "drafts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "identity"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."second_factors" ADD CONSTRAINT "second_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "owners_name_key" ON "owners" USING btree ("council_id","kind","name");--> statement-breakpoint
CREATE UNIQUE INDEX "owners_person_key" ON "owners" USING btree ("council_id","person_id") WHERE "owners"."kind" = 'person';--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_key" ON "people" USING btree ("council_id","email");--> statement-breakpoint
CREATE INDEX "people_user_id_idx" ON "people" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "services_name_key" ON "services" USING btree ("council_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "element_wordings_element_key" ON "element_wordings" USING btree ("council_id","standard_id","element");--> statement-breakpoint
CREATE UNIQUE INDEX "certifications_name_key" ON "certifications" USING btree ("council_id","name");--> statement-breakpoint
CREATE INDEX "queries_review_idx" ON "queries" USING btree ("council_id","review_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_element_key" ON "ratings" USING btree ("council_id","review_id","element");--> statement-breakpoint
CREATE INDEX "review_dates_review_idx" ON "review_dates" USING btree ("council_id","review_id");--> statement-breakpoint
CREATE INDEX "reviews_certification_idx" ON "reviews" USING btree ("council_id","certification_id");--> statement-breakpoint
CREATE INDEX "self_assessments_element_idx" ON "self_assessments" USING btree ("council_id","certification_id","element");--> statement-breakpoint
CREATE UNIQUE INDEX "action_dates_sequence_key" ON "action_dates" USING btree ("council_id","action_id","sequence");--> statement-breakpoint
CREATE INDEX "action_owners_owner_idx" ON "action_owners" USING btree ("council_id","owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "actions_position_key" ON "actions" USING btree ("council_id","recommendation_id","position");--> statement-breakpoint
CREATE INDEX "actions_due_idx" ON "actions" USING btree ("council_id","due_on");--> statement-breakpoint
CREATE INDEX "date_requests_recommendation_idx" ON "date_requests" USING btree ("council_id","recommendation_id");--> statement-breakpoint
CREATE INDEX "imports_sha256_idx" ON "imports" USING btree ("council_id","sha256");--> statement-breakpoint
CREATE INDEX "imports_open_idx" ON "imports" USING btree ("council_id","state","created_at");--> statement-breakpoint
CREATE INDEX "progress_updates_recommendation_idx" ON "progress_updates" USING btree ("council_id","recommendation_id","as_at");--> statement-breakpoint
CREATE INDEX "recommendation_elements_element_idx" ON "recommendation_elements" USING btree ("council_id","element");--> statement-breakpoint
CREATE INDEX "recommendation_owners_order_idx" ON "recommendation_owners" USING btree ("council_id","owner_id","state","due_on","recommendation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "recommendation_owners_answering_key" ON "recommendation_owners" USING btree ("council_id","recommendation_id") WHERE "recommendation_owners"."answering";--> statement-breakpoint
CREATE UNIQUE INDEX "recommendations_position_key" ON "recommendations" USING btree ("council_id","source_id","position");--> statement-breakpoint
CREATE INDEX "recommendations_due_idx" ON "recommendations" USING btree ("council_id","due_on","id");--> statement-breakpoint
CREATE INDEX "recommendations_open_idx" ON "recommendations" USING btree ("council_id","state","due_on","id");--> statement-breakpoint
CREATE INDEX "recommendations_service_idx" ON "recommendations" USING btree ("council_id","service_id","state","due_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_title_key" ON "sources" USING btree ("council_id","title");--> statement-breakpoint
CREATE UNIQUE INDEX "document_requests_kind_key" ON "document_requests" USING btree ("council_id","review_id","kind");--> statement-breakpoint
CREATE INDEX "evidence_actions_action_idx" ON "evidence_actions" USING btree ("council_id","action_id");--> statement-breakpoint
CREATE INDEX "evidence_elements_element_idx" ON "evidence_elements" USING btree ("council_id","element");--> statement-breakpoint
CREATE INDEX "evidence_recommendations_recommendation_idx" ON "evidence_recommendations" USING btree ("council_id","recommendation_id");--> statement-breakpoint
CREATE INDEX "evidence_requests_request_idx" ON "evidence_requests" USING btree ("council_id","request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_versions_number_key" ON "evidence_versions" USING btree ("council_id","item_id","number");--> statement-breakpoint
CREATE INDEX "evidence_versions_waiting_idx" ON "evidence_versions" USING btree ("council_id","uploaded_at") WHERE "evidence_versions"."scan_state" = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "pack_links_token_key" ON "pack_links" USING btree ("council_id","token_hash");--> statement-breakpoint
CREATE INDEX "pack_links_token_hash_idx" ON "pack_links" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "packs_number_key" ON "packs" USING btree ("council_id","review_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "answer_links_token_key" ON "answer_links" USING btree ("council_id","token_hash");--> statement-breakpoint
CREATE INDEX "answer_links_token_hash_idx" ON "answer_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "answer_links_notice_idx" ON "answer_links" USING btree ("council_id","notice_id");--> statement-breakpoint
CREATE INDEX "answer_links_recommendation_idx" ON "answer_links" USING btree ("council_id","recommendation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_reminder_day_key" ON "notices" USING btree ("council_id","person_id","day") WHERE "notices"."kind" = 'reminder';--> statement-breakpoint
CREATE INDEX "notices_created_idx" ON "notices" USING btree ("council_id","created_at");--> statement-breakpoint
CREATE INDEX "notices_waiting_idx" ON "notices" USING btree ("council_id","try_after") WHERE "notices"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "audit_entries_thing_idx" ON "audit_entries" USING btree ("council_id","thing_kind","thing_id","at");--> statement-breakpoint
CREATE INDEX "audit_entries_at_idx" ON "audit_entries" USING btree ("council_id","at");--> statement-breakpoint
CREATE INDEX "council_exports_requested_idx" ON "council_exports" USING btree ("council_id","requested_at");--> statement-breakpoint
CREATE INDEX "disposals_at_idx" ON "disposals" USING btree ("council_id","disposed_at");--> statement-breakpoint
CREATE INDEX "holds_thing_idx" ON "holds" USING btree ("council_id","thing_kind","thing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "information_request_hits_row_key" ON "information_request_hits" USING btree ("council_id","request_id","table_name","row_id");--> statement-breakpoint
CREATE INDEX "information_request_hits_thing_idx" ON "information_request_hits" USING btree ("council_id","thing_kind","thing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "information_requests_reference_key" ON "information_requests" USING btree ("council_id","reference");--> statement-breakpoint
CREATE INDEX "name_mentions_state_idx" ON "name_mentions" USING btree ("council_id","state");--> statement-breakpoint
CREATE INDEX "accounts_user_id_idx" ON "identity"."accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "rate_limits_expire_idx" ON "identity"."rate_limits" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "sessions_user_id_idx" ON "identity"."sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier_idx" ON "identity"."verifications" USING btree ("identifier");