-- Times read the same on every machine; after this the settings, the closed doors among them, are out of a query's reach.
set TimeZone = 'UTC';
set enable_progress_bar = false; -- it would be drawn on stdout, among the data
set lock_configuration = true
