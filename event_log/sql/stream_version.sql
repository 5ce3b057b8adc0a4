SELECT coalesce(max(stream_version), 0) FROM envelopes WHERE stream = $stream;
