-- What a provision asks for in full, whom it asks, and what the plan answers.
ALTER TABLE "provision" ADD COLUMN "action" TEXT;
ALTER TABLE "provision" ADD COLUMN "asked_organizations" TEXT;
ALTER TABLE "provision" ADD COLUMN "asked_groups" TEXT;
ALTER TABLE "provision" ADD COLUMN "not_for_us" INTEGER CHECK ("not_for_us" = 1);
ALTER TABLE "provision" ADD COLUMN "not_for_us_because" TEXT;
ALTER TABLE "mapping" ADD COLUMN "answer" TEXT;
