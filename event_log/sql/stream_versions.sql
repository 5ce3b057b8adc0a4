SELECT stream, max(stream_version) AS stream_version
FROM envelopes
GROUP BY ALL;
