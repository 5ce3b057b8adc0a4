-- The first 16 digits of every event id as a number; an id that was tampered with may have others, and counts as 0.
SELECT coalesce(TRY_CAST('0x' || event_id[1:16] AS UBIGINT), 0::UBIGINT) AS beginning
FROM envelopes;
