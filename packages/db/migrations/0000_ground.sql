CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"locale" text NOT NULL,
	"zone" text NOT NULL,
	"minor" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "accounts_email_lower" CHECK ("accounts"."email" = lower("accounts"."email")),
	CONSTRAINT "accounts_locale" CHECK ("accounts"."locale" in ('en', 'es', 'ar')),
	CONSTRAINT "accounts_name" CHECK (length("accounts"."name") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"secret_hash" "bytea" PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "secrets_purpose" CHECK ("secrets"."purpose" in ('signIn', 'reset'))
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attempts_kind" CHECK ("attempts"."kind" in ('join', 'deviceBlocked', 'deviceMissing', 'deviceBusy', 'connectionFailed', 'connectionLost', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "corrections_reason" CHECK (length("corrections"."reason") >= 3),
	CONSTRAINT "corrections_outcome" CHECK ("corrections"."outcome" in ('upcoming', 'held', 'partial', 'noShowMentor', 'noShowMentee', 'bothAbsent', 'technicalFailure', 'cancelled', 'lateCancellation', 'excused'))
);
--> statement-breakpoint
CREATE TABLE "intervals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "intervals_order" CHECK ("intervals"."last_seen_at" >= "intervals"."started_at"),
	CONSTRAINT "intervals_end" CHECK ("intervals"."ended_at" is null or "intervals"."ended_at" = "intervals"."last_seen_at")
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"match_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"mentors" text[] NOT NULL,
	"mentees" text[] NOT NULL,
	"outcome" text NOT NULL,
	"final" boolean NOT NULL,
	"corrected" boolean NOT NULL,
	"dyad_ms" bigint NOT NULL,
	CONSTRAINT "ledger_word" CHECK ("ledger"."outcome" in ('upcoming', 'held', 'partial', 'noShowMentor', 'noShowMentee', 'bothAbsent', 'technicalFailure', 'cancelled', 'lateCancellation', 'excused'))
);
--> statement-breakpoint
CREATE TABLE "verdicts" (
	"session_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rule_version" integer NOT NULL,
	"outcome" text NOT NULL,
	"final" boolean NOT NULL,
	"dyad_ms" bigint NOT NULL,
	"held_threshold_ms" bigint NOT NULL,
	"people" jsonb NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "verdicts_session_id_version_pk" PRIMARY KEY("session_id","version"),
	CONSTRAINT "verdicts_dyad" CHECK ("verdicts"."dyad_ms" >= 0),
	CONSTRAINT "verdicts_outcome" CHECK ("verdicts"."outcome" in ('upcoming', 'held', 'partial', 'noShowMentor', 'noShowMentee', 'bothAbsent', 'technicalFailure', 'cancelled', 'lateCancellation', 'excused'))
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_id" uuid
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"tie" text NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "seats_tie" CHECK ("seats"."tie" in ('mentor', 'mentee', 'coordinator'))
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"match_id" uuid NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "conversations_match_id_unique" UNIQUE("match_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "messages_body" CHECK (length("messages"."body") between 1 and 4000),
	CONSTRAINT "messages_seq" CHECK ("messages"."seq" > 0)
);
--> statement-breakpoint
CREATE TABLE "readers" (
	"conversation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"delivered_seq" integer DEFAULT 0 NOT NULL,
	"read_seq" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "readers_conversation_id_account_id_pk" PRIMARY KEY("conversation_id","account_id"),
	CONSTRAINT "readers_order" CHECK ("readers"."read_seq" <= "readers"."delivered_seq")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"goal_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	"what" text NOT NULL,
	"from_words" text,
	"to_words" text,
	CONSTRAINT "changes_what" CHECK ("changes"."what" in ('created', 'title', 'why', 'dueOn', 'state', 'stepAdded', 'stepDone', 'stepReopened', 'stepChanged'))
);
--> statement-breakpoint
CREATE TABLE "goals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"match_id" uuid NOT NULL,
	"title" text NOT NULL,
	"why" text NOT NULL,
	"due_on" date,
	"state" text DEFAULT 'active' NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "goals_title" CHECK (length("goals"."title") between 1 and 140),
	CONSTRAINT "goals_why" CHECK (length("goals"."why") <= 1000),
	CONSTRAINT "goals_state" CHECK ("goals"."state" in ('active', 'reached', 'parked', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"goal_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notes_text" CHECK (length("notes"."text") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"goal_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"text" text NOT NULL,
	"due_on" date,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "steps_text" CHECK (length("steps"."text") between 1 and 300)
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_people" (
	"match_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"tie" text NOT NULL,
	CONSTRAINT "match_people_match_id_account_id_pk" PRIMARY KEY("match_id","account_id"),
	CONSTRAINT "match_people_tie" CHECK ("match_people"."tie" in ('mentor', 'mentee'))
);
--> statement-breakpoint
CREATE TABLE "matches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"started_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"audience" jsonb NOT NULL,
	"written_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"email" text NOT NULL,
	"tie" text NOT NULL,
	"minor" boolean NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"invited_by_id" uuid NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_secret_hash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "invitations_tie" CHECK ("invitations"."tie" in ('mentor', 'mentee')),
	CONSTRAINT "invitations_email_lower" CHECK ("invitations"."email" = lower("invitations"."email"))
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"rule" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ties" (
	"program_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"tie" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ties_program_id_account_id_pk" PRIMARY KEY("program_id","account_id"),
	CONSTRAINT "ties_tie" CHECK ("ties"."tie" in ('mentor', 'mentee', 'coordinator'))
);
--> statement-breakpoint
CREATE TABLE "session_people" (
	"session_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"tie" text NOT NULL,
	"answer" text DEFAULT 'waiting' NOT NULL,
	CONSTRAINT "session_people_session_id_account_id_pk" PRIMARY KEY("session_id","account_id"),
	CONSTRAINT "session_people_tie" CHECK ("session_people"."tie" in ('mentor', 'mentee')),
	CONSTRAINT "session_people_answer" CHECK ("session_people"."answer" in ('waiting', 'accepted', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"match_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"zone" text NOT NULL,
	"rule" jsonb NOT NULL,
	"planned_by_id" uuid NOT NULL,
	"planned_at" timestamp (3) with time zone NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_by_id" uuid,
	"cancel_reason" text,
	"cancel_words" text,
	CONSTRAINT "sessions_order" CHECK ("sessions"."ends_at" > "sessions"."starts_at"),
	CONSTRAINT "sessions_length" CHECK ("sessions"."ends_at" - "sessions"."starts_at" between interval '15 minutes' and interval '3 hours'),
	CONSTRAINT "sessions_topic" CHECK (length("sessions"."topic") <= 200),
	CONSTRAINT "sessions_cancel_words" CHECK (length("sessions"."cancel_words") <= 500),
	CONSTRAINT "sessions_cancel_reason" CHECK ("sessions"."cancel_reason" in ('ill', 'clash', 'travel', 'connection', 'other')),
	CONSTRAINT "sessions_cancelled_whole" CHECK (num_nonnulls("sessions"."cancelled_at", "sessions"."cancelled_by_id", "sessions"."cancel_reason", "sessions"."cancel_words") in (0, 4))
);
--> statement-breakpoint
ALTER TABLE "secrets" ADD CONSTRAINT "secrets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_by_id_accounts_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervals" ADD CONSTRAINT "intervals_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervals" ADD CONSTRAINT "intervals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readers" ADD CONSTRAINT "readers_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readers" ADD CONSTRAINT "readers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_by_id_accounts_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_created_by_id_accounts_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_people" ADD CONSTRAINT "match_people_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_people" ADD CONSTRAINT "match_people_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_accounts_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ties" ADD CONSTRAINT "ties_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ties" ADD CONSTRAINT "ties_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_people" ADD CONSTRAINT "session_people_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_people" ADD CONSTRAINT "session_people_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_planned_by_id_accounts_id_fk" FOREIGN KEY ("planned_by_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_cancelled_by_id_accounts_id_fk" FOREIGN KEY ("cancelled_by_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email" ON "accounts" USING btree ("email");--> statement-breakpoint
CREATE INDEX "secrets_account" ON "secrets" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_ins_account" ON "sign_ins" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "attempts_session" ON "attempts" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "corrections_session" ON "corrections" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "intervals_session" ON "intervals" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "intervals_open_once" ON "intervals" USING btree ("seat_id") WHERE "intervals"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "ledger_when" ON "ledger" USING btree ("program_id","starts_at","session_id");--> statement-breakpoint
CREATE INDEX "ledger_dyad" ON "ledger" USING btree ("program_id","dyad_ms","session_id");--> statement-breakpoint
CREATE INDEX "ledger_match" ON "ledger" USING btree ("match_id","starts_at","session_id");--> statement-breakpoint
CREATE INDEX "ledger_outcome" ON "ledger" USING btree ("program_id","outcome","starts_at","session_id");--> statement-breakpoint
CREATE INDEX "ledger_outcome_dyad" ON "ledger" USING btree ("program_id","outcome","dyad_ms","session_id");--> statement-breakpoint
CREATE INDEX "ledger_open" ON "ledger" USING btree ("starts_at") WHERE not "ledger"."final";--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "seats_session" ON "seats" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_place" ON "messages" USING btree ("conversation_id","seq");--> statement-breakpoint
CREATE INDEX "readers_account" ON "readers" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "changes_goal" ON "changes" USING btree ("goal_id","id");--> statement-breakpoint
CREATE INDEX "goals_match" ON "goals" USING btree ("match_id","created_at");--> statement-breakpoint
CREATE INDEX "notes_goal" ON "notes" USING btree ("goal_id","at");--> statement-breakpoint
CREATE INDEX "steps_goal" ON "steps" USING btree ("goal_id","place");--> statement-breakpoint
CREATE INDEX "match_people_account" ON "match_people" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "matches_program" ON "matches" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "outbox_written" ON "outbox" USING btree ("written_at");--> statement-breakpoint
CREATE INDEX "invitations_program" ON "invitations" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "ties_account" ON "ties" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "session_people_account" ON "session_people" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_match" ON "sessions" USING btree ("match_id","starts_at");--> statement-breakpoint
CREATE INDEX "sessions_program" ON "sessions" USING btree ("program_id","starts_at");--> statement-breakpoint
CREATE INDEX "sessions_ends" ON "sessions" USING btree ("ends_at");