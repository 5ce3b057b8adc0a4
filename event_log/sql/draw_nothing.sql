set enable_progress_bar = false; -- it would be drawn on stdout, among the data
