-- Where a commitment or a link stands in the annex, and at which place of its cell.
ALTER TABLE "commitment" ADD COLUMN "annex" TEXT;
ALTER TABLE "commitment" ADD COLUMN "annex_ord" TEXT;
ALTER TABLE "mapping" ADD COLUMN "annex" TEXT;
ALTER TABLE "mapping" ADD COLUMN "annex_ord" TEXT;
