INSERT INTO commits (
    commit_id, first_position, last_position, recorded_at, run_id, producer, rows_digest, previous_digest, digest
)
VALUES (
    $commit_id, $first_position, $last_position, $recorded_at, $run_id, $producer, $rows_digest, $previous_digest, $digest
);
