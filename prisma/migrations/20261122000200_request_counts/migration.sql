-- CreateTable
CREATE TABLE "RequestCount" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RequestCount_pkey" PRIMARY KEY ("key")
);
