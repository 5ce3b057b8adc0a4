-- Events that no commit vouches for.
SELECT position, event_type
FROM envelopes
WHERE position > $last_position OR position < 1
ORDER BY position;
